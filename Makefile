# Vigie: `make run` and `make test` are the only commands a newcomer needs.

PREFIX ?= /usr/local
SWIFT ?= swift
# The tests build into a folder of their own: their flags differ from the product's, and sharing a
# folder would compile everything again at each change between the two.
TEST_BUILD = .build-test
PACKAGES = libncurses-dev libsqlite3-dev libpng-dev libxgboost-dev liblinear-dev
# Programs that Vigie runs when they are there; the demonstration and the tests use them.
RUN_PACKAGES = poppler-utils espeak-ng
TEST_PACKAGES = tmux python3 $(RUN_PACKAGES)
BINARY = .build/release/vigie

.PHONY: run build test lint format bench install packages run-packages test-packages clean

run: build run-packages
	@$(BINARY) demo

build: packages
	@$(SWIFT) build -c release --static-swift-stdlib --product vigie

test: packages test-packages
	$(SWIFT) test -c release -Xswiftc -enable-testing --scratch-path $(TEST_BUILD)
	VIGIE=$(CURDIR)/$(TEST_BUILD)/release/vigie Tests/EndToEnd/run

lint:
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

format:
	$(SWIFT) format format --in-place --recursive Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

# Peers are run by hand: Benchmarks/peers/run $(BINARY) DATA
bench: build test-packages
	python3 Benchmarks/workbench.py $(BINARY)
	python3 Benchmarks/crash.py $(BINARY)
	$(SWIFT) run --package-path Benchmarks -c release inner SampleData

install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/vigie \
	  $(DESTDIR)$(PREFIX)/share/man/man1 \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions
	install -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/vigie
	cp -R Themes SampleData $(DESTDIR)$(PREFIX)/share/vigie/
	$(BINARY) manual > $(DESTDIR)$(PREFIX)/share/man/man1/vigie.1
	$(BINARY) --generate-completion-script bash \
	  > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/vigie

# Installs the Debian packages that are missing, with sudo when not root.
packages:
	@Tools/packages $(PACKAGES)

run-packages:
	-@Tools/packages $(RUN_PACKAGES)

test-packages:
	@Tools/packages $(TEST_PACKAGES)

clean:
	rm -rf .build $(TEST_BUILD)

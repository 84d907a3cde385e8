/// The elements of FHIR R4 (4.0.1) resources and types that an export may use, with their
/// cardinality, type and required codes, as the published structure definitions give them.
///
/// Each line is « element min max type codes »; types that no export uses are named and not spelled
/// out, and an element of such a type is refused.
enum FHIRStructure {
  static let types: [String: String] = [
    "Bundle": """
    id 0 1 Id
    entry 0 * BundleEntry
    identifier 0 1 Identifier
    link 0 * BundleLink
    signature 0 1 Signature
    timestamp 0 1 Instant
    total 0 1 UnsignedInt
    type 1 1 Code document|message|transaction|transaction-response|batch|batch-response|history|searchset|collection
    """,
    "BundleEntry": """
    extension 0 * Extension
    id 0 1 String
    fullUrl 0 1 Uri
    link 0 * BundleLink
    request 0 1 BundleEntryRequest
    resource 0 1 Resource
    response 0 1 BundleEntryResponse
    search 0 1 BundleEntrySearch
    """,
    "Composition": """
    id 0 1 Id
    extension 0 * Extension
    text 0 1 Narrative
    attester 0 * CompositionAttester
    author 1 * Reference
    category 0 * CodeableConcept
    confidentiality 0 1 Code
    custodian 0 1 Reference
    date 1 1 DateTime
    encounter 0 1 Reference
    event 0 * CompositionEvent
    identifier 0 1 Identifier
    relatesTo 0 * CompositionRelatesTo
    section 0 * CompositionSection
    status 1 1 Code preliminary|final|amended|entered-in-error
    subject 0 1 Reference
    title 1 1 String
    type 1 1 CodeableConcept
    """,
    "CompositionSection": """
    extension 0 * Extension
    id 0 1 String
    author 0 * Reference
    code 0 1 CodeableConcept
    emptyReason 0 1 CodeableConcept
    entry 0 * Reference
    focus 0 1 Reference
    mode 0 1 Code working|snapshot|changes
    orderedBy 0 1 CodeableConcept
    section 0 * CompositionSection
    text 0 1 Narrative
    title 0 1 String
    """,
    "Patient": """
    id 0 1 Id
    extension 0 * Extension
    text 0 1 Narrative
    active 0 1 String
    address 0 * Address
    birthDate 0 1 Date
    communication 0 * PatientCommunication
    contact 0 * PatientContact
    deceasedBoolean 0 1 String
    deceasedDateTime 0 1 DateTime
    gender 0 1 Code male|female|other|unknown
    generalPractitioner 0 * Reference
    identifier 0 * Identifier
    link 0 * PatientLink
    managingOrganization 0 1 Reference
    maritalStatus 0 1 CodeableConcept
    multipleBirthBoolean 0 1 String
    multipleBirthInteger 0 1 Integer
    name 0 * HumanName
    photo 0 * Attachment
    telecom 0 * ContactPoint
    """,
    "Device": """
    id 0 1 Id
    extension 0 * Extension
    text 0 1 Narrative
    contact 0 * ContactPoint
    definition 0 1 Reference
    deviceName 0 * DeviceDeviceName
    distinctIdentifier 0 1 String
    expirationDate 0 1 DateTime
    identifier 0 * Identifier
    location 0 1 Reference
    lotNumber 0 1 String
    manufactureDate 0 1 DateTime
    manufacturer 0 1 String
    modelNumber 0 1 String
    note 0 * Annotation
    owner 0 1 Reference
    parent 0 1 Reference
    partNumber 0 1 String
    patient 0 1 Reference
    property 0 * DeviceProperty
    safety 0 * CodeableConcept
    serialNumber 0 1 String
    specialization 0 * DeviceSpecialization
    status 0 1 Code active|inactive|entered-in-error|unknown
    statusReason 0 * CodeableConcept
    type 0 1 CodeableConcept
    udiCarrier 0 * DeviceUdiCarrier
    url 0 1 Uri
    version 0 * DeviceVersion
    """,
    "DeviceDeviceName": """
    extension 0 * Extension
    id 0 1 String
    name 1 1 String
    type 1 1 Code udi-label-name|user-friendly-name|patient-reported-name|manufacturer-name|model-name|other
    """,
    "Condition": """
    id 0 1 Id
    extension 0 * Extension
    text 0 1 Narrative
    abatementAge 0 1 Age
    abatementDateTime 0 1 DateTime
    abatementPeriod 0 1 Period
    abatementRange 0 1 Range
    abatementString 0 1 String
    asserter 0 1 Reference
    bodySite 0 * CodeableConcept
    category 0 * CodeableConcept
    clinicalStatus 0 1 CodeableConcept
    code 0 1 CodeableConcept
    encounter 0 1 Reference
    evidence 0 * ConditionEvidence
    identifier 0 * Identifier
    note 0 * Annotation
    onsetAge 0 1 Age
    onsetDateTime 0 1 DateTime
    onsetPeriod 0 1 Period
    onsetRange 0 1 Range
    onsetString 0 1 String
    recordedDate 0 1 DateTime
    recorder 0 1 Reference
    severity 0 1 CodeableConcept
    stage 0 * ConditionStage
    subject 1 1 Reference
    verificationStatus 0 1 CodeableConcept
    """,
    "Observation": """
    id 0 1 Id
    extension 0 * Extension
    text 0 1 Narrative
    basedOn 0 * Reference
    bodySite 0 1 CodeableConcept
    category 0 * CodeableConcept
    code 1 1 CodeableConcept
    component 0 * ObservationComponent
    dataAbsentReason 0 1 CodeableConcept
    derivedFrom 0 * Reference
    device 0 1 Reference
    effectiveDateTime 0 1 DateTime
    effectiveInstant 0 1 Instant
    effectivePeriod 0 1 Period
    effectiveTiming 0 1 Timing
    encounter 0 1 Reference
    focus 0 * Reference
    hasMember 0 * Reference
    identifier 0 * Identifier
    interpretation 0 * CodeableConcept
    issued 0 1 Instant
    method 0 1 CodeableConcept
    note 0 * Annotation
    partOf 0 * Reference
    performer 0 * Reference
    referenceRange 0 * ObservationReferenceRange
    specimen 0 1 Reference
    status 1 1 Code registered|preliminary|final|amended|+
    subject 0 1 Reference
    valueBoolean 0 1 String
    valueCodeableConcept 0 1 CodeableConcept
    valueDateTime 0 1 DateTime
    valueInteger 0 1 Integer
    valuePeriod 0 1 Period
    valueQuantity 0 1 Quantity
    valueRange 0 1 Range
    valueRatio 0 1 Ratio
    valueSampledData 0 1 SampledData
    valueString 0 1 String
    valueTime 0 1 Time
    """,
    "Procedure": """
    id 0 1 Id
    extension 0 * Extension
    text 0 1 Narrative
    asserter 0 1 Reference
    basedOn 0 * Reference
    bodySite 0 * CodeableConcept
    category 0 1 CodeableConcept
    code 0 1 CodeableConcept
    complication 0 * CodeableConcept
    complicationDetail 0 * Reference
    encounter 0 1 Reference
    focalDevice 0 * ProcedureFocalDevice
    followUp 0 * CodeableConcept
    identifier 0 * Identifier
    instantiatesCanonical 0 * Canonical
    instantiatesUri 0 * Uri
    location 0 1 Reference
    note 0 * Annotation
    outcome 0 1 CodeableConcept
    partOf 0 * Reference
    performedAge 0 1 Age
    performedDateTime 0 1 DateTime
    performedPeriod 0 1 Period
    performedRange 0 1 Range
    performedString 0 1 String
    performer 0 * ProcedurePerformer
    reasonCode 0 * CodeableConcept
    reasonReference 0 * Reference
    recorder 0 1 Reference
    report 0 * Reference
    status 1 1 Code preparation|in-progress|not-done|on-hold|stopped|completed|entered-in-error|unknown
    statusReason 0 1 CodeableConcept
    subject 1 1 Reference
    usedCode 0 * CodeableConcept
    usedReference 0 * Reference
    """,
    "MedicationStatement": """
    id 0 1 Id
    extension 0 * Extension
    text 0 1 Narrative
    basedOn 0 * Reference
    category 0 1 CodeableConcept
    context 0 1 Reference
    dateAsserted 0 1 DateTime
    derivedFrom 0 * Reference
    dosage 0 * Dosage
    effectiveDateTime 0 1 DateTime
    effectivePeriod 0 1 Period
    identifier 0 * Identifier
    informationSource 0 1 Reference
    medicationCodeableConcept 0 1 CodeableConcept
    medicationReference 0 1 Reference
    note 0 * Annotation
    partOf 0 * Reference
    reasonCode 0 * CodeableConcept
    reasonReference 0 * Reference
    status 1 1 Code active|completed|entered-in-error|intended|stopped|on-hold|unknown|not-taken
    statusReason 0 * CodeableConcept
    subject 1 1 Reference
    """,
    "AllergyIntolerance": """
    id 0 1 Id
    extension 0 * Extension
    text 0 1 Narrative
    asserter 0 1 Reference
    category 0 * Code food|medication|environment|biologic
    clinicalStatus 0 1 CodeableConcept
    code 0 1 CodeableConcept
    criticality 0 1 Code low|high|unable-to-assess
    encounter 0 1 Reference
    identifier 0 * Identifier
    lastOccurrence 0 1 DateTime
    note 0 * Annotation
    onsetAge 0 1 Age
    onsetDateTime 0 1 DateTime
    onsetPeriod 0 1 Period
    onsetRange 0 1 Range
    onsetString 0 1 String
    patient 1 1 Reference
    reaction 0 * AllergyIntoleranceReaction
    recordedDate 0 1 DateTime
    recorder 0 1 Reference
    type 0 1 Code allergy|intolerance
    verificationStatus 0 1 CodeableConcept
    """,
    "FamilyMemberHistory": """
    id 0 1 Id
    extension 0 * Extension
    text 0 1 Narrative
    ageAge 0 1 Age
    ageRange 0 1 Range
    ageString 0 1 String
    bornDate 0 1 Date
    bornPeriod 0 1 Period
    bornString 0 1 String
    condition 0 * FamilyMemberHistoryCondition
    dataAbsentReason 0 1 CodeableConcept
    date 0 1 DateTime
    deceasedAge 0 1 Age
    deceasedBoolean 0 1 String
    deceasedDate 0 1 Date
    deceasedRange 0 1 Range
    deceasedString 0 1 String
    estimatedAge 0 1 String
    identifier 0 * Identifier
    instantiatesCanonical 0 * Canonical
    instantiatesUri 0 * Uri
    name 0 1 String
    note 0 * Annotation
    patient 1 1 Reference
    reasonCode 0 * CodeableConcept
    reasonReference 0 * Reference
    relationship 1 1 CodeableConcept
    sex 0 1 CodeableConcept
    status 1 1 Code partial|completed|entered-in-error|health-unknown
    """,
    "FamilyMemberHistoryCondition": """
    extension 0 * Extension
    id 0 1 String
    code 1 1 CodeableConcept
    contributedToDeath 0 1 String
    note 0 * Annotation
    onsetAge 0 1 Age
    onsetPeriod 0 1 Period
    onsetRange 0 1 Range
    onsetString 0 1 String
    outcome 0 1 CodeableConcept
    """,
    "Provenance": """
    id 0 1 Id
    extension 0 * Extension
    text 0 1 Narrative
    activity 0 1 CodeableConcept
    agent 1 * ProvenanceAgent
    entity 0 * ProvenanceEntity
    location 0 1 Reference
    occurredDateTime 0 1 DateTime
    occurredPeriod 0 1 Period
    policy 0 * Uri
    reason 0 * CodeableConcept
    recorded 1 1 Instant
    signature 0 * Signature
    target 1 * Reference
    """,
    "ProvenanceAgent": """
    extension 0 * Extension
    id 0 1 String
    onBehalfOf 0 1 Reference
    role 0 * CodeableConcept
    type 0 1 CodeableConcept
    who 1 1 Reference
    """,
    "ProvenanceEntity": """
    extension 0 * Extension
    id 0 1 String
    agent 0 * ProvenanceAgent
    role 1 1 Code derivation|revision|quotation|source|removal
    what 1 1 Reference
    """,
    "Identifier": """
    extension 0 * Extension
    id 0 1 String
    assigner 0 1 Reference
    period 0 1 Period
    system 0 1 Uri
    type 0 1 CodeableConcept
    use 0 1 Code usual|official|temp|secondary|old
    value 0 1 String
    """,
    "Narrative": """
    extension 0 * Extension
    id 0 1 String
    div 1 1 Xhtml
    status 1 1 Code generated|extensions|additional|empty
    """,
    "Reference": """
    extension 0 * Extension
    id 0 1 String
    display 0 1 String
    identifier 0 1 Identifier
    reference 0 1 String
    type 0 1 Uri
    """,
    "CodeableConcept": """
    extension 0 * Extension
    id 0 1 String
    coding 0 * Coding
    text 0 1 String
    """,
    "Coding": """
    extension 0 * Extension
    id 0 1 String
    code 0 1 Code
    display 0 1 String
    system 0 1 Uri
    userSelected 0 1 String
    version 0 1 String
    """,
    "Extension": """
    extension 0 * Extension
    id 0 1 String
    url 1 1 Uri
    valueBoolean 0 1 String
    valueCode 0 1 Code
    valueInteger 0 1 Integer
    valueString 0 1 String
    valueUri 0 1 Uri
    """,
  ]
}

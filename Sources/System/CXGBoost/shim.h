// The C interface of XGBoost (Debian: libxgboost-dev).
#include <xgboost/c_api.h>

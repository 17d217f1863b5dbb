#include "speech_engines.h"

#pragma once
#include <flite/flite.h>

/// How much longer than its own pace a voice speaks. flite keeps the pointer to a feature's name, not the name: it must outlive the
/// voice, as a string of Swift's, passed as a parameter, does not.
static inline void parley_flite_stretch(cst_voice *voice, float stretch) {
    flite_feat_set_float(voice->features, "duration_stretch", stretch);
}

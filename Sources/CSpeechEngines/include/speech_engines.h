/// C ABI of the speech engines that are loaded at run time (onnxruntime, moonshine).
#pragma once

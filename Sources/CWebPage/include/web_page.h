/// The web page's files, put into the program by the compiler (`#embed`): the binary alone serves them, and a byte of
/// them costs no more to build than to copy. As an array literal in Swift they would cost a second for 12 KB.
#pragma once

#include <stddef.h>
#include <stdint.h>

typedef struct {
    /// As it follows `/page/`: `room/table.js`.
    const char *_Nonnull path;
    const uint8_t *_Nonnull bytes;
    size_t count;
} web_page_file;

/// All of them, in no order.
extern const web_page_file *_Nonnull const web_page_files;
extern const size_t web_page_file_count;

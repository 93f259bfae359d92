# Language level, warnings, sanitizers, compiler cache: everything that holds for every target.
option(KHABAR_TESTS "Build the tests" ON)
option(KHABAR_BENCH "Build the benchmarks (tests/bench)" OFF)
option(KHABAR_FUZZ "Build the fuzz targets (clang with libFuzzer)" OFF)
option(KHABAR_WERROR "Treat warnings as errors" OFF)
set(KHABAR_SANITIZE "" CACHE STRING "Sanitizers for every target, as in -fsanitize=…")

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release)
endif()
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

add_library(khabar_options INTERFACE)
target_compile_options(khabar_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wno-sign-conversion
    $<$<CXX_COMPILER_ID:GNU>:-fcoroutines> $<$<BOOL:${KHABAR_WERROR}>:-Werror>)
# Members that a designated initialiser leaves out keep their defaults: that is what it is for.
target_compile_options(khabar_options INTERFACE -Wno-missing-field-initializers)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # g++ 12 raises these falsely inside the standard library and Boost at -O2 (GCC bugs 105329, 105651).
    target_compile_options(khabar_options INTERFACE -Wno-restrict -Wno-dangling-pointer -Wno-maybe-uninitialized
        -Wno-mismatched-new-delete -Wno-array-bounds -Wno-stringop-overflow)
endif()
target_compile_options(khabar_options INTERFACE -pthread) # one setting for all, so that precompiled headers can be shared
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    target_compile_options(khabar_options INTERFACE "SHELL:-Xclang -fno-pch-timestamp") # else ccache never hits
endif()
target_include_directories(khabar_options INTERFACE "${PROJECT_SOURCE_DIR}")

if(KHABAR_SANITIZE)
    add_compile_options(-fsanitize=${KHABAR_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${KHABAR_SANITIZE})
endif()

find_program(KHABAR_CCACHE ccache)
if(KHABAR_CCACHE)
    # base_dir and hash_dir let a second checkout on the same machine reuse what the first compiled.
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env CCACHE_BASEDIR=${PROJECT_SOURCE_DIR} CCACHE_NOHASHDIR=1
        "CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime" "${KHABAR_CCACHE}")
endif()

# khabar_library(NAME SOURCES a.cpp … DEPENDS lower folders … LIBRARIES third-party targets …)
#   One static library a folder. DEPENDS names the folders whose headers this one may include (tools/check-layers reads
#   it); LIBRARIES are third-party and stay private to the folder that wraps them. PUBLIC_LIBRARIES appear in its headers.
#   PRECOMPILE names heavy third-party headers (Asio) that most of the folder's files include: half the build's time.
#   PRECOMPILED_BY names a lower folder whose precompiled headers serve here too.
function(khabar_library name)
    cmake_parse_arguments(ARG "" "PRECOMPILED_BY" "SOURCES;DEPENDS;LIBRARIES;PUBLIC_LIBRARIES;PRECOMPILE" ${ARGN})
    if(NOT ARG_SOURCES) # headers only
        add_library(khabar_${name} INTERFACE)
        add_library(khabar::${name} ALIAS khabar_${name})
        target_link_libraries(khabar_${name} INTERFACE khabar_options ${ARG_PUBLIC_LIBRARIES})
        foreach(lower ${ARG_DEPENDS})
            target_link_libraries(khabar_${name} INTERFACE khabar::${lower})
        endforeach()
        return()
    endif()
    add_library(khabar_${name} STATIC ${ARG_SOURCES})
    add_library(khabar::${name} ALIAS khabar_${name})
    target_link_libraries(khabar_${name} PUBLIC khabar_options ${ARG_PUBLIC_LIBRARIES} PRIVATE ${ARG_LIBRARIES})
    foreach(lower ${ARG_DEPENDS})
        target_link_libraries(khabar_${name} PUBLIC khabar::${lower})
    endforeach()
    if(ARG_PRECOMPILE)
        target_precompile_headers(khabar_${name} PRIVATE ${ARG_PRECOMPILE})
    endif()
    if(ARG_PRECOMPILED_BY)
        target_precompile_headers(khabar_${name} REUSE_FROM khabar_${ARG_PRECOMPILED_BY})
    endif()
endfunction()

# khabar_test(NAME SOURCES … DEPENDS folders … LIBRARIES …): one GoogleTest program; ctest lists every case by itself.
function(khabar_test name)
    cmake_parse_arguments(ARG "" "" "SOURCES;DEPENDS;LIBRARIES;LABELS" ${ARGN})
    add_executable(${name}_test ${ARG_SOURCES})
    foreach(lower ${ARG_DEPENDS})
        target_link_libraries(${name}_test PRIVATE khabar::${lower})
    endforeach()
    target_link_libraries(${name}_test PRIVATE khabar_options ${ARG_LIBRARIES} GTest::gmock GTest::gtest_main)
    target_precompile_headers(${name}_test REUSE_FROM khabar_test_headers)
    target_compile_definitions(${name}_test PRIVATE KHABAR_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
        KHABAR_BINARY_DIR="${PROJECT_BINARY_DIR}")
    set_target_properties(${name}_test PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests/bin")
    if("threads" IN_LIST ARG_LABELS)
        add_dependencies(thread_tests ${name}_test)
    endif()
    gtest_discover_tests(${name}_test TEST_PREFIX "${name}/" DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60
        PROPERTIES TIMEOUT 120 LABELS "${ARG_LABELS}")
endfunction()

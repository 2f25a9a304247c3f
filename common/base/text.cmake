# SPDX-License-Identifier: GPL-3.0-or-later
# Chinese text: folding, pinyin and search keys. Included by the CMakeLists.txt of the room that owns the target, which
# takes GUANXI_TEXT_SOURCES and GUANXI_TEXT_LIBRARIES. The tables are made from Debian's unicode-data (and ICU) while
# building; a cross build makes them with the compiler and ICU of the build machine.

find_file(GUANXI_UNIHAN_READINGS NAMES Unihan_Readings.txt Unihan_Readings.txt.bz2
  PATHS /usr/share PATH_SUFFIXES unicode unicode-data NO_CMAKE_FIND_ROOT_PATH REQUIRED
  DOC "Unihan_Readings.txt, plain or compressed with bzip2 (Debian package unicode-data)")

set(guanxi_text_made ${CMAKE_CURRENT_BINARY_DIR}/text)
file(MAKE_DIRECTORY ${guanxi_text_made})

set(guanxi_readings ${GUANXI_UNIHAN_READINGS})
if(GUANXI_UNIHAN_READINGS MATCHES "\\.bz2$")
  find_program(GUANXI_BZIP2 bzip2 REQUIRED)
  set(guanxi_readings ${guanxi_text_made}/Unihan_Readings.txt)
  add_custom_command(OUTPUT ${guanxi_readings}
    COMMAND ${GUANXI_BZIP2} -dc ${GUANXI_UNIHAN_READINGS} > ${guanxi_readings}
    DEPENDS ${GUANXI_UNIHAN_READINGS} VERBATIM)
endif()

if(CMAKE_CROSSCOMPILING)
  find_program(GUANXI_HOST_CXX NAMES c++ g++ clang++ NO_CMAKE_FIND_ROOT_PATH REQUIRED)
  set(guanxi_maketable ${guanxi_text_made}/maketable)
  add_custom_command(OUTPUT ${guanxi_maketable}
    COMMAND ${GUANXI_HOST_CXX} -std=c++20 -O1 ${CMAKE_CURRENT_LIST_DIR}/maketable.cpp -licui18n -licuuc
            -o ${guanxi_maketable}
    DEPENDS ${CMAKE_CURRENT_LIST_DIR}/maketable.cpp VERBATIM)
else()
  set(guanxi_maketable maketable)
  add_executable(maketable ${CMAKE_CURRENT_LIST_DIR}/maketable.cpp)
  target_link_libraries(maketable PRIVATE ICU::i18n ICU::uc)
  set_target_properties(maketable PROPERTIES AUTOMOC OFF RUNTIME_OUTPUT_DIRECTORY ${guanxi_text_made})
endif()

set(guanxi_tables ${guanxi_text_made}/pinyintable.inc ${guanxi_text_made}/simplifiedtable.inc)
add_custom_command(OUTPUT ${guanxi_tables}
  COMMAND ${guanxi_maketable} ${guanxi_readings} ${guanxi_tables}
  DEPENDS ${guanxi_maketable} ${guanxi_readings}
  COMMENT "Making the tables of pinyin and simplified characters" VERBATIM)

set(guanxi_table_users ${CMAKE_CURRENT_LIST_DIR}/fold.cpp ${CMAKE_CURRENT_LIST_DIR}/pinyin.cpp)
set_source_files_properties(${guanxi_table_users} PROPERTIES
  INCLUDE_DIRECTORIES ${guanxi_text_made} OBJECT_DEPENDS "${guanxi_tables}")

set(GUANXI_TEXT_SOURCES ${guanxi_table_users} ${CMAKE_CURRENT_LIST_DIR}/nearwords.cpp ${CMAKE_CURRENT_LIST_DIR}/searchkey.cpp ${guanxi_tables})
set(GUANXI_TEXT_LIBRARIES ICU::i18n ICU::uc)

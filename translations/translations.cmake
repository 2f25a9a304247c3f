# SPDX-License-Identifier: GPL-3.0-or-later
# The Chinese texts, compiled by lrelease into one resource. English is the
# source language; guanxi_en has only its plurals.
set(GUANXI_TRANSLATIONS catalogue_zh_CN catalogue_sales_zh_CN guanxi_widgets_zh_CN guanxi_import_zh_CN guanxi_quality_zh_CN guanxi_sales_zh_CN guanxi_paper_zh_CN guanxi_shell_zh_CN
  guanxi_en)

function(guanxi_translation_resource result)
  set(target "${CMAKE_BINARY_DIR}/translations")
  set(entries "")
  set(compiled "")
  foreach(name ${GUANXI_TRANSLATIONS})
    set(source "${CMAKE_SOURCE_DIR}/translations/${name}.ts")
    add_custom_command(OUTPUT "${target}/${name}.qm"
      COMMAND ${CMAKE_COMMAND} -E make_directory "${target}"
      COMMAND Qt6::lrelease -silent "${source}" -qm "${target}/${name}.qm"
      DEPENDS "${source}" VERBATIM)
    list(APPEND compiled "${target}/${name}.qm")
    string(APPEND entries "    <file>${name}.qm</file>\n")
  endforeach()
  file(CONFIGURE OUTPUT "${target}/guanxi_i18n.qrc"
    CONTENT "<RCC>\n  <qresource prefix=\"/i18n\">\n@entries@  </qresource>\n</RCC>\n" @ONLY)
  add_custom_command(OUTPUT "${target}/qrc_guanxi_i18n.cpp"
    COMMAND Qt6::rcc --name guanxi_i18n --output "${target}/qrc_guanxi_i18n.cpp" "${target}/guanxi_i18n.qrc"
    DEPENDS ${compiled} "${target}/guanxi_i18n.qrc" VERBATIM)
  set_source_files_properties("${target}/qrc_guanxi_i18n.cpp" PROPERTIES SKIP_AUTOMOC ON)
  set(${result} "${target}/qrc_guanxi_i18n.cpp" PARENT_SCOPE)
endfunction()

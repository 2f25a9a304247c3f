# SPDX-License-Identifier: GPL-3.0-or-later
# Everything that is compiled into the desktop: icons, themes, help pages, translations. guanxi_resources(<variable>)
# answers the sources to add to the room that starts them up (app/shell).
include(${CMAKE_CURRENT_LIST_DIR}/icons/icons.cmake)
include(${CMAKE_SOURCE_DIR}/translations/translations.cmake)

set(GUANXI_HELP_PAGES home customers opportunities sales service warehouse marketing work reports administration
  conflicts outbox shortcuts)

function(guanxi_resources result)
  guanxi_icon_resource(icons)
  set(entries "")
  file(GLOB print_templates RELATIVE ${CMAKE_SOURCE_DIR}/resources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/resources/templates/*.json)
  foreach(file ${print_templates} icons/guanxi.svg import/heads.json themes/light.json themes/dark.json themes/guanxi.qss)
    string(APPEND entries "    <file alias=\"${file}\">${CMAKE_SOURCE_DIR}/resources/${file}</file>\n")
  endforeach()
  foreach(language en zh)
    foreach(page ${GUANXI_HELP_PAGES})
      set(file help/${language}/${page}.md)
      string(APPEND entries "    <file alias=\"${file}\">${CMAKE_SOURCE_DIR}/resources/${file}</file>\n")
    endforeach()
  endforeach()
  file(CONFIGURE OUTPUT "${CMAKE_BINARY_DIR}/resources/guanxi_app.qrc"
    CONTENT "<RCC>\n  <qresource prefix=\"/\">\n@entries@  </qresource>\n</RCC>\n" @ONLY)
  qt_add_resources(sources "${icons}" "${CMAKE_BINARY_DIR}/resources/guanxi_app.qrc")
  guanxi_translation_resource(translations)
  set(${result} ${sources} ${translations} PARENT_SCOPE)
endfunction()

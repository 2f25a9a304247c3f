# SPDX-License-Identifier: GPL-3.0-or-later
# The Breeze icons that Guanxi uses, by freedesktop name. They are taken from the installed icon packages at configure
# time and compiled into the program, light and dark, so that every machine shows the same.
set(GUANXI_ICONS
  # commands
  application-exit application-menu arrow-down arrow-up call-start collapse-all color-management configure
  dialog-ok-apply document-edit document-export document-import document-open-recent document-print document-properties document-save
  document-send documentinfo edit-clear edit-copy edit-delete edit-find edit-paste edit-redo edit-undo expand-all go-down go-home
  go-next go-previous go-up help-about help-contents list-add list-remove lock map-globe object-locked overflow-menu pin
  search system-log-out system-search view-filter view-group view-media-recent view-refresh view-restore view-sort
  view-split-left-right view-hidden view-visible window-close window-duplicate
  zoom-fit-best zoom-in zoom-out
  # facts
  cloud-upload dialog-error dialog-information dialog-warning emblem-success emblem-warning globe network-connect
  network-disconnect state-warning vcs-conflicting
  # entities and workspaces
  vcs-merge address-book-new appointment-reminder bookmarks chronometer computer dialog-messages document-edit-sign
  document-multiple flag folder-documents games-achievements im-user mail-mark-important mail-message mail-send
  media-playback-start news-subscribe notifications office-chart-bar office-chart-line package preferences-desktop-locale
  preferences-system project-development run-build-configure speedometer system-switch-user system-users tag
  task-complete taxes-finances tools-check-spelling tools-report-bug user view-bank view-barcode view-calendar view-calendar-tasks
  view-certificate view-conversation-balloon view-financial-category-expense view-financial-list view-form view-history
  view-list-details view-file-columns view-list-tree view-pim-tasks view-presentation view-task view-time-schedule x-office-address-book)

set(GUANXI_ICON_FOLDER "/usr/share/icons" CACHE PATH "Where the breeze and breeze-dark icon themes are installed")

# Copies the icons of one theme into <target>/<theme>/<size> and answers the files; stops when one is missing.
function(guanxi_take_icons theme source target result)
  set(files "")
  set(missing "")
  foreach(name ${GUANXI_ICONS})
    set(found FALSE)
    foreach(size 16 22 32)
      foreach(context actions status places apps devices mimetypes preferences emblems categories)
        set(icon "${source}/${context}/${size}/${name}.svg")
        if(EXISTS "${icon}")
          # Many are links to another name.
          file(REAL_PATH "${icon}" icon)
          configure_file("${icon}" "${target}/${theme}/${size}/${name}.svg" COPYONLY)
          list(APPEND files "${theme}/${size}/${name}.svg")
          set(found TRUE)
          break()
        endif()
      endforeach()
    endforeach()
    if(NOT found)
      list(APPEND missing ${name})
    endif()
  endforeach()
  if(missing)
    list(JOIN missing ", " missing)
    message(FATAL_ERROR "These icons are not in ${source}: ${missing}. Install the package breeze-icon-theme "
      "(packaging/dependencies.sh does), or name the folder of the icon themes with -DGUANXI_ICON_FOLDER=….")
  endif()
  configure_file("${CMAKE_SOURCE_DIR}/resources/icons/index.theme.in" "${target}/${theme}/index.theme" @ONLY)
  list(APPEND files "${theme}/index.theme")
  set(${result} "${files}" PARENT_SCOPE)
endfunction()

# Writes a resource file of all icons and answers its path.
function(guanxi_icon_resource result)
  set(target "${CMAKE_BINARY_DIR}/icons")
  guanxi_take_icons(guanxi-light "${GUANXI_ICON_FOLDER}/breeze" "${target}" light)
  guanxi_take_icons(guanxi-dark "${GUANXI_ICON_FOLDER}/breeze-dark" "${target}" dark)
  set(entries "")
  foreach(file ${light} ${dark})
    string(APPEND entries "    <file>${file}</file>\n")
  endforeach()
  file(CONFIGURE OUTPUT "${target}/guanxi_icons.qrc"
    CONTENT "<RCC>\n  <qresource prefix=\"/icons\">\n@entries@  </qresource>\n</RCC>\n" @ONLY)
  set(${result} "${target}/guanxi_icons.qrc" PARENT_SCOPE)
endfunction()

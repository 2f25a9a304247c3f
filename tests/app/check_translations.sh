#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Fails when a text of the program has no Chinese: unfinished or empty entries in translations/*.ts, and texts in the
# sources that no file knows. Labels of the catalogue are checked by the generic test of the entities.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/../.."
root=$PWD
lupdate=$(command -v lupdate6 || command -v lupdate-qt6 || { [[ -x /usr/lib/qt6/bin/lupdate ]] && echo /usr/lib/qt6/bin/lupdate; } \
    || command -v lupdate || true)
[[ -n $lupdate ]] || { echo "check_translations: lupdate is missing (package qt6-tools-dev-tools)" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
faults=0

for file in translations/*_zh_CN.ts; do
    count=$(grep -c -e 'type="unfinished"' -e '<translation></translation>' -e '<translation/>' -e '<numerusform></numerusform>' "$file" || true)
    if ((count > 0)); then
        echo "$file: $count texts without a translation" >&2
        grep -n -B2 -e 'type="unfinished"' -e '<translation></translation>' -e '<translation/>' "$file" | grep '<source>' | head -20 >&2 || true
        faults=$((faults + count))
    fi
done

# Folder(s) and the file that holds their texts.
check_folder() {
    local file=$1
    shift
    cp "translations/$file" "$work/$file"
    # Relative locations would differ in the copy; none are kept.
    (cd "$root" && "$lupdate" -silent -locations none -no-obsolete -I . "$@" -ts "$work/$file") >/dev/null 2>&1
    local missing
    missing=$(grep -c 'type="unfinished"' "$work/$file" || true)
    if ((missing > 0)); then
        echo "$file: $missing texts of the sources are missing; add them with: lupdate $* -ts translations/$file" >&2
        grep -B1 -e 'type="unfinished"' "$work/$file" | grep '<source>' | head -20 >&2 || true
        faults=$((faults + missing))
    fi
}
check_folder guanxi_shell_zh_CN.ts app/shell app/views/conflicts app/views/outbox \
    app/clientapp.cpp app/signinflow.cpp app/launchoptions.cpp app/tour.cpp
mapfile -t generic < <(find app/views/generic -name '*.cpp' | sort)
check_folder guanxi_widgets_zh_CN.ts app/widgets app/views/customers app/views/duplicates "${generic[@]}"
check_folder guanxi_import_zh_CN.ts app/views/import app/views/export
check_folder guanxi_quality_zh_CN.ts app/views/quality app/views/changes
check_folder guanxi_sales_zh_CN.ts app/views/sales
check_folder guanxi_paper_zh_CN.ts app/reports app/views/print app/views/templates

# English needs its plural forms only.
cp translations/guanxi_en.ts "$work/en.ts"
"$lupdate" -silent -locations none -no-obsolete -pluralonly -I . app -ts "$work/en.ts" >/dev/null 2>&1
count=$(grep -c -e 'type="unfinished"' -e '<numerusform></numerusform>' "$work/en.ts" || true)
if ((count > 0)); then
    echo "guanxi_en.ts: $count plural forms are missing" >&2
    faults=$((faults + count))
fi

if ((faults > 0)); then
    echo "check_translations: $faults faults" >&2
    exit 1
fi
echo "check_translations: every text has its Chinese"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/resources.h"

#include <QDir>

// Q_INIT_RESOURCE works at global scope only.
static void initialiseResources()
{
    Q_INIT_RESOURCE(guanxi_icons);
    Q_INIT_RESOURCE(guanxi_app);
    Q_INIT_RESOURCE(guanxi_i18n);
}

namespace guanxi::app {

void loadResources() { initialiseResources(); }

} // namespace guanxi::app

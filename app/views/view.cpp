// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/view.h"

namespace guanxi::app {

QJsonObject ViewFactory::saveState(const QWidget *) const { return {}; }

void ViewFactory::restoreState(QWidget *, const QJsonObject &) const {}

} // namespace guanxi::app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/entity.h"

#include <QIcon>
#include <QJsonObject>

class QWidget;

namespace guanxi::app {

class ViewContext;

/// Makes one kind of dockable view and keeps its settings. The shell knows views only through this: it names the dock
/// after `title`, keys its layout by `id` and shows it to those who may view `entity`.
class ViewFactory
{
public:
    virtual ~ViewFactory() = default;

    /// Permanent, for layouts and help pages: "customers.accounts".
    virtual QString id() const = 0;
    /// In the language of the moment.
    virtual QString title() const = 0;
    /// freedesktop icon name.
    virtual QString icon() const = 0;
    virtual model::Workspace workspace() const = 0;
    /// Who may not view this entity does not see the view; 0: everybody sees it.
    virtual model::EntityId entity() const { return 0; }
    /// True for the view its workspace opens with.
    virtual bool isMain() const { return false; }
    /// False for a tool that is asked for: it is not among the tabs its workspace opens with.
    virtual bool opensAtFirst() const { return true; }

    virtual QWidget *createWidget(ViewContext &context, QWidget *parent) const = 0;
    /// What `widget` (made by createWidget) should remember: columns, filter, splitters.
    virtual QJsonObject saveState(const QWidget *widget) const;
    virtual void restoreState(QWidget *widget, const QJsonObject &state) const;
};

} // namespace guanxi::app

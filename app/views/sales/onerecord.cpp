// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/onerecord.h"

#include "app/views/viewcontext.h"

#include <QCoreApplication>

namespace guanxi::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Sales)
};

} // namespace

RecordCommand OneRecord::command() const
{
    RecordCommand command;
    command.icon = icon;
    command.keys = keys;
    command.text = text;
    command.step = step;
    command.offered = [entities = of, right = action, other = with](const Records &records, model::EntityId entity) {
        return entities.contains(entity) && records.may(right, other);
    };
    command.run = [work = run](QWidget *parent, ViewContext &context, const CommandScope &scope) {
        if (scope.chosen.size() == 1)
            work(parent, context, scope.chosen.first());
        else
            context.notify(Words::tr("Choose one record for this."));
    };
    return command;
}

} // namespace guanxi::app

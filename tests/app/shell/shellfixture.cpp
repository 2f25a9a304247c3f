// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/shell/shellfixture.h"

#include "app/shell/homeview.h"
#include "app/shell/resources.h"
#include "app/views/conflicts/conflictsmodule.h"
#include "app/views/outbox/outboxmodule.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/platform.h"
#include "common/model/valuejson.h"

#include <QApplication>
#include <QTest>

namespace guanxi::tests {

using namespace app;
using model::Account;
using model::Conflict;

namespace {

ViewList viewsOf(ShellData &data)
{
    ViewList views;
    addHomeView(views, data.status, data.clock);
    addConflictsView(views, data.clock);
    addOutboxView(views, *data.outbox, data.status, data.clock);
    for (std::unique_ptr<ViewFactory> &view : allViews(data.company.catalogue))
        views.push_back(std::move(view));
    return views;
}

} // namespace

ShellData::ShellData()
{
    loadResources();
    Result<std::unique_ptr<Outbox>> opened = Outbox::open(QStringLiteral(":memory:"), QByteArray(32, 'k'));
    if (!opened)
        qFatal("the outbox does not open");
    outbox = std::move(*opened);
}

model::Record ShellData::addConflict(const model::Record &account, const QString &mine, const QString &theirs)
{
    return records().add(Conflict::entity, {{Conflict::record.id, model::Value(account.ref())},
                                            {Conflict::field.id, model::Value(qint64(Account::phone.id))},
                                            {Conflict::kind.id, model::Value(qint64(Conflict::EditEdit))},
                                            {Conflict::base.id, model::Value(model::valueToJson(QStringLiteral("010-60000000")))},
                                            {Conflict::mine.id, model::Value(model::valueToJson(mine))},
                                            {Conflict::theirs.id, model::Value(model::valueToJson(theirs))},
                                            {Conflict::mineBy.id, model::Value(records().me())},
                                            {Conflict::mineAt.id, model::Value(clock.wallMs())},
                                            {Conflict::theirsAt.id, model::Value(clock.wallMs())},
                                            {Conflict::state.id, model::Value(qint64(Conflict::Open))}});
}

Shell::Shell(ShellData &shellData)
    : data(shellData), language(*qApp), theme(*qobject_cast<QApplication *>(qApp)), window(data.status, data.clock),
      controller({data.records(), data.company.drafts, *data.outbox, data.status, data.clock}, language, theme, viewsOf(data), window)
{
    QObject::connect(&language, &Language::changed, &theme, [this] { theme.useFontFor(language.shortName()); });
    language.use(QStringLiteral("en"));
    window.resize(1366, 768);
    controller.setExtras(allExtras());
    controller.start();
    window.show();
    window.activateWindow();
    (void)QTest::qWaitForWindowActive(&window);
}

void Shell::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *target = QApplication::focusWidget() ? QApplication::focusWidget() : &window;
    QTest::keyClick(target, key, modifiers);
    QCoreApplication::processEvents();
}

} // namespace guanxi::tests

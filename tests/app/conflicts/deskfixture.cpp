// SPDX-License-Identifier: GPL-3.0-or-later
#include "deskfixture.h"

#include "app/views/conflicts/conflictdetail.h"

#include <QLabel>
#include <QLineEdit>

namespace guanxi::tests {

using namespace app;

model::Record ConflictCompany::shared(const QString &name)
{
    const model::Record record = make(ann, name);
    settle();
    return *bea.records().load(record.ref());
}

void ConflictCompany::clash(const std::function<void()> &beaDoes, const std::function<void()> &annDoes)
{
    ann.cut();
    clock.advance(1'000);
    beaDoes();
    settle();
    clock.advance(1'000);
    annDoes();
    meet();
}

ConflictsView &ConflictCompany::open(test::MemoryDesk &desk)
{
    frame = std::make_unique<Frame>(desk.records());
    view = std::make_unique<ConflictsView>(*frame, clock);
    view->resize(1200, 700);
    activate(*view);
    return *view;
}

QString ConflictCompany::kind() const { return view->list().currentItem() ? view->list().currentItem()->text(1) : QString(); }

QString ConflictCompany::words() const
{
    QStringList texts;
    for (const QLabel *label : view->findChild<ConflictDetail *>()->findChildren<QLabel *>())
        texts.append(label->text());
    return texts.join(u'\n');
}

QPushButton *ConflictCompany::button(const QString &label) const
{
    for (QPushButton *button : view->findChildren<QPushButton *>())
        if (QString(button->text()).remove(u'&').startsWith(label))
            return button;
    return nullptr;
}

bool ConflictCompany::offers(const QString &label) const { return button(label) != nullptr; }

void ConflictCompany::press(Qt::Key digit)
{
    QTest::keyClick(view->window(), digit, Qt::AltModifier);
    settle();
}

void ConflictCompany::click(const QString &label)
{
    QPushButton *found = button(label);
    REQUIRE(found);
    QTest::mouseClick(found, Qt::LeftButton);
    settle();
}

FieldEditor *ConflictCompany::editor(int place) const { return view->findChildren<FieldEditor *>().value(place); }

void ConflictCompany::type(const QString &text, int place)
{
    REQUIRE(editor(place));
    QLineEdit *line = editor(place)->findChild<QLineEdit *>();
    REQUIRE(line);
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text);
}

void ConflictCompany::choose(const QString &name, int place)
{
    type(name, place);
    QTest::keyClick(editor(place)->findChild<QLineEdit *>(), Qt::Key_Return);
}

void ConflictCompany::sendRaw(test::MemoryDesk &desk, const QList<model::RecordChange> &changes)
{
    model::ChangeSet set;
    desk.cut();
    set.replica = desk.outbox().identity().replica;
    set.user = desk.user();
    set.at = clock.wallMs();
    set.action = ids.next();
    set.name = QStringLiteral("save");
    set.changes = changes;
    REQUIRE(desk.outbox().append(set).ok());
    meet();
}

bool ConflictCompany::isSettled()
{
    settle();
    for (const Error &error : frame->errors)
        UNSCOPED_INFO(errorName(error.code).data() << ' ' << error.args.join(u'|').toStdString());
    for (const model::Record &conflict : server.all(model::Conflict::entity))
        if (conflict[model::Conflict::state] == model::Conflict::Open) {
            UNSCOPED_INFO("open: kind " << conflict[model::Conflict::kind] << ' ' << conflict[model::Conflict::reason].toStdString());
            return false;
        }
    return frame->errors.isEmpty() && waitFor([&] { return view->count() == 0; });
}

} // namespace guanxi::tests

// SPDX-License-Identifier: GPL-3.0-or-later
// Every step of quotes, contracts and orders from every state: a button that makes it, or a sentence why not, in both languages.
#include "app/shell/language.h"
#include "app/shell/resources.h"
#include "app/views/generic/contextlinks.h"
#include "app/widgets/errortext.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/recordpane.h"
#include "app/widgets/transitiondialog.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/organisation.h"
#include "common/model/catalogue/work.h"
#include "tests/app/sales/sellingcompany.h"
#include "tests/app/support/notingcontext.h"
#include "tests/app/widgets/widgetwait.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

using namespace guanxi;
using namespace guanxi::app;
using namespace guanxi::model;
using namespace guanxi::test;
using namespace guanxi::tests;
using namespace Qt::StringLiterals;
using storage::test::must;

namespace {

/// Ann may take every step, Bea none that approves.
struct Desk : SellingCompany {
    Desk() : context((loadResources(), ann.records()), drafts)
    {
        for (const EntityId entity : {Quote::entity, SalesOrder::entity, Contract::entity})
            server.allow(own, entity, Action::Approve, Reach::All);
        for (const EntityId entity : {User::entity, Role::entity, RoleGrant::entity, Document::entity, QuoteVersion::entity, QuoteVersionLine::entity})
            server.allow(own, entity, Reach::All, false);
        meet();
    }
    ~Desk() { language.use(u"en"_s); }

    /// A record of Ann's in that state.
    Record standing(const Entity &entity, qint64 state)
    {
        Record made = ann.records().create(entity.id);
        for (const char *name : {"account"})
            made.setValue(entity.field(QString::fromLatin1(name))->id, customer.id());
        if (const Field *field = entity.field(u"valid_until"))
            made.setValue(field->id, qint64(40'000));
        if (const Field *field = entity.field(u"title"))
            made.setValue(field->id, u"合同"_s);
        if (const Field *field = entity.field(u"amount"))
            made.setValue(field->id, 100 * One);
        if (const Field *field = entity.field(u"delivery_address"))
            made.setValue(field->id, u"世纪大道1号"_s);
        must(ann.records().save(made));
        settle();
        Record now = server.record(made.ref());
        now.setValue(entity.machine.field, state);
        server.update(now);
        settle();
        return must(ann.records().load(made.ref()));
    }
    QString worded(const Error &error, const Entity &entity, const QString &in)
    {
        language.use(in);
        const QString text = errorText(error, &entity);
        language.use(u"en"_s);
        return text;
    }
    /// A sentence that a person understands, in both languages.
    void checkSentence(const Error &error, const Entity &entity)
    {
        const QString english = worded(error, entity, u"en"_s), chinese = worded(error, entity, u"zh_CN"_s);
        INFO(english.toStdString() << " / " << chinese.toStdString());
        CHECK_FALSE(english.isEmpty());
        CHECK(english != chinese);
        CHECK(std::any_of(chinese.begin(), chinese.end(), [](QChar letter) { return letter.script() == QChar::Script_Han; }));
        for (const QString &text : {english, chinese}) {
            CHECK_FALSE(text.contains(u'_'));
            CHECK_FALSE(text.contains(u'%' + QString::number(1)));
        }
        for (const QString &arg : error.args)
            if (isGuardName(arg))
                CHECK_FALSE(english.contains(arg));
        CHECK_FALSE(english.contains(u"A rule forbids"_s));
    }
    static bool isGuardName(const QString &text) { return text.contains(u'_'); }

    FakeDrafts drafts;
    NotingContext context;
    Language language{*qApp};
};

/// The button or the entry of the menu that shows the step.
struct Shown {
    QPushButton *button = nullptr;
    QAction *action = nullptr;
    bool isThere() const { return button || action; }
    QString tip() const { return button ? button->toolTip() : action->toolTip(); }
    void press() const
    {
        if (button)
            QTest::mouseClick(button, Qt::LeftButton);
        else
            action->trigger();
    }
};

Shown shownIn(TransitionBar &bar, const QString &label)
{
    Shown shown;
    for (QPushButton *button : bar.findChildren<QPushButton *>()) {
        if (button->isHidden())
            continue;
        if (button->text() == label)
            shown.button = button;
        for (QAction *action : button->menu() ? button->menu()->actions() : QList<QAction *>())
            if (action->text() == label)
                shown.action = action;
    }
    return shown;
}

} // namespace

TEST_CASE("Each step of quotes, contracts and orders has its button in its states, and says why it is not possible everywhere else")
{
    Desk desk;
    const EntityId entityId = GENERATE(EntityId(Quote::entity), EntityId(Contract::entity), EntityId(SalesOrder::entity));
    const Entity &entity = desk.ann.catalogue().at(entityId);
    for (const State &state : entity.machine.states) {
        const Record record = desk.standing(entity, state.id);
        REQUIRE(record.value(entity.machine.field).number() == state.id);
        TransitionBar bar(desk.ann.records());
        QList<Error> errors;
        QObject::connect(&bar, &TransitionBar::failed, [&](const Error &error) { errors.append(error); });
        bar.setRecord(record);
        bar.show();
        for (const Transition &step : entity.machine.transitions) {
            INFO(entity.name.toStdString() << ": " << step.code.toStdString() << " from " << state.code.toStdString());
            const bool leaves = entity.machine.leaving(state.id).contains(&step);
            const bool byPeople = !step.automatic && !step.byCommand;
            const Shown shown = shownIn(bar, transitionLabel(entity, step));
            if (!leaves || !byPeople) {
                if (!leaves)
                    CHECK_FALSE(shown.isThere());
                const Result<Saved> made = desk.ann.records().transition(record, step.id);
                REQUIRE_FALSE(made);
                desk.checkSentence(made.error(), entity);
                continue;
            }
            REQUIRE(shown.isThere());
            const Result<void> possible = desk.ann.records().checkStep(record, step.id);
            if (possible) {
                CHECK(shown.tip().contains(u"Alt+"_s));
                continue;
            }
            desk.checkSentence(possible.error(), entity);
            CHECK(shown.tip().startsWith(errorText(possible.error(), &entity)));
            errors.clear();
            shown.press();
            REQUIRE(errors.size() == 1);
            CHECK(errors.first() == possible.error());
            desk.settle();
            CHECK(desk.server.record(record.ref()).value(entity.machine.field).number() == state.id);
        }
        // Who lacks the right has no button, and a sentence all the same.
        TransitionBar other(desk.bea.records());
        const Record seen = must(desk.bea.records().load(record.ref()));
        other.setRecord(seen);
        for (const Transition *step : entity.machine.leaving(int(state.id)))
            if (step->approves) {
                CHECK_FALSE(shownIn(other, transitionLabel(entity, *step)).isThere());
                const Result<Saved> made = desk.bea.records().transition(seen, step->id);
                REQUIRE_FALSE(made);
                CHECK(made.error().code == ErrorCode::NotAllowed);
                desk.checkSentence(made.error(), entity);
            }
    }
}

TEST_CASE("A quote above the limit of its author says by how much, and the keyboard takes the step that is possible")
{
    Desk desk;
    Record line = desk.line(desk.ann, 10 * One, 100 * One);
    line.set(QuoteLine::discount, qint64(1'800));
    must(desk.ann.records().save(line));
    desk.settle();
    RecordPane pane(desk.ann.records(), desk.drafts, desk.quote.ref(), {});
    linkToContext(pane, desk.context);
    activate(pane);
    TransitionBar &bar = *pane.findChild<TransitionBar *>();
    const Entity &entity = desk.quote.entity();
    const Shown release = shownIn(bar, transitionLabel(entity, *entity.machine.transition(Quote::Release)));
    REQUIRE(release.isThere());
    CHECK(release.tip().contains(u"18 %"_s));
    CHECK(release.tip().contains(u"10 %"_s));
    const Error error = desk.ann.records().checkStep(must(desk.ann.records().load(desk.quote.ref())), Quote::Release).error();
    CHECK(desk.worded(error, entity, u"zh_CN"_s) == u"折扣 18 % 高于您的权限 10 %，请提交审批。"_s);
    QTest::keyClick(&pane, Qt::Key_2, Qt::AltModifier);
    REQUIRE(desk.context.errors.size() == 1);
    QTest::keyClick(&pane, Qt::Key_1, Qt::AltModifier);
    CHECK(must(desk.ann.records().load(desk.quote.ref()))[Quote::status] == Quote::Pending);
    desk.settle();
    CHECK(desk.server.record(desk.quote.ref())[Quote::status] == Quote::Pending);
}

TEST_CASE("A limit that is set for the person holds at his desk, offline too, and at the server")
{
    Desk desk;
    desk.line(desk.ann, 10 * One, 100 * One);
    Record person = desk.server.record({User::entity, desk.annId});
    person.set(User::quoteTotalLimit, 500 * One);
    desk.server.update(person);
    desk.settle();
    desk.ann.cut();
    const Record quote = must(desk.ann.records().load(desk.quote.ref()));
    const Result<void> possible = desk.ann.records().checkStep(quote, Quote::Release);
    REQUIRE_FALSE(possible);
    CHECK(errorText(possible.error(), &quote.entity()).contains(u"1,000.00"_s));
    CHECK(desk.ann.records().checkStep(quote, Quote::Submit).ok());
}

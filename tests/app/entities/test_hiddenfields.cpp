// SPDX-License-Identifier: GPL-3.0-or-later
// Fields that somebody may not see, of every entity of the catalogue, on every way by which a desk shows anything.
#include "app/widgets/historyview.h"
#include "app/widgets/recordform.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordlistview.h"
#include "app/widgets/recordpane.h"
#include "tests/app/export/exportedfile.h"
#include "tests/app/support/fakerecords.h"
#include "tests/app/widgets/widgetwait.h"
#include "valuemaker.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTreeWidget>

using namespace guanxi;
using namespace guanxi::model;
using namespace guanxi::test;
using storage::test::must;

namespace {

/// A record of the entity with words in all its texts, written twice so that it has a past.
struct Worded {
    RecordRef ref;
    QStringList words; ///< of fields that will be hidden
};

bool isHideable(const Field &field)
{
    return field.type == FieldType::Text || field.type == FieldType::LongText;
}

Worded made(WalkCompany &company, ValueMaker &values, const Entity &entity)
{
    Record record = values.make(entity);
    Worded worded{record.ref(), {}};
    for (int round = 0; round < 2; ++round) {
        for (const Field *field : ValueMaker::typedFields(entity))
            if (isHideable(*field) && record.applies(*field) && (round == 0 || !field->unique))
                record.setValue(field->id, values.value(entity, *field, round));
        for (const Field &field : entity.fields())
            if (isHideable(field) && !record.value(field.id).isNull())
                worded.words.append(record.value(field.id).text());
        if (round == 0 ? !values.save(record) : !company.ann.records().save(record).ok())
            break;
        company.settle();
        record = company.server.record(worded.ref);
        if (entity.appendOnly || entity.maker == Maker::Server || !company.ann.records().load(worded.ref).ok())
            break;
    }
    return worded;
}

QString shownBy(QWidget &widget)
{
    QString text;
    for (const QLabel *label : widget.findChildren<QLabel *>())
        text += label->text() + u'\n';
    for (const QLineEdit *line : widget.findChildren<QLineEdit *>())
        text += line->text() + u'\n';
    for (const QPlainTextEdit *edit : widget.findChildren<QPlainTextEdit *>())
        text += edit->toPlainText() + u'\n';
    for (const QTreeWidget *tree : widget.findChildren<QTreeWidget *>())
        for (int row = 0; row < tree->topLevelItemCount(); ++row)
            for (int column = 0; column < tree->columnCount(); ++column)
                text += tree->topLevelItem(row)->text(column) + u'\n';
    return text;
}

/// "Text 3" is not in "Text 31", which is another value.
bool holds(const QString &text, const QString &word)
{
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
        if (at + word.size() == text.size() || !text.at(at + word.size()).isDigit())
            return true;
    return false;
}

bool holdsOne(const QString &text, const QStringList &words)
{
    return std::any_of(words.begin(), words.end(), [&](const QString &word) { return holds(text, word); });
}

/// Every way by which a desk shows a record of the entity; what is hidden is on none.
void walk(app::LocalRecords &records, const Entity &entity, const Worded &worded)
{
    const Record record = must(records.load(worded.ref));
    storage::Query all;
    all.entity = entity.id;
    for (const Field &field : entity.fields()) {
        if (!isHideable(field))
            continue;
        INFO("field " << field.name.toStdString());
        CHECK(record.value(field.id).isNull());
        storage::Query filled = all;
        filled.filter = storage::Filter::notEmpty(field.id);
        CHECK(must(records.count(filled)) == 0);
    }
    for (const QString &word : worded.words) {
        INFO("word " << word.toStdString());
        CHECK_FALSE(must(records.search(word, 50)).contains(worded.ref));
        storage::Query searched = all;
        searched.search = word;
        CHECK(must(records.findNow(searched)).isEmpty());
    }
    for (const app::HistoryEntry &entry : must(records.history(worded.ref)))
        for (const FieldChange &change : entry.change.fields)
            CHECK_FALSE((entity.field(change.field) && isHideable(*entity.field(change.field))));
    app::RecordListView list(records, entity.id);
    list.reload();
    CHECK(tests::waitFor([&] { return !list.model().isSearching() && list.model().rowCount() > 0; }));
    for (const app::ExportFields fields : {app::ExportFields::Shown, app::ExportFields::All, app::ExportFields::Reimport}) {
        app::ExportPlan plan;
        plan.entity = entity.id;
        plan.fields = fields;
        plan.format = app::TableFormat::Xml;
        for (const app::Relation &relation : app::ExportRun::relationsOf(records, entity.id))
            plan.relations.append(relation.entity->id);
        const ExportedFile exported(records, plan);
        CHECK((exported.outcome.ok() && *exported.outcome));
        CHECK(exported.counts.records > 0);
        QFile file(exported.path());
        CHECK(file.open(QIODevice::ReadOnly));
        CHECK_FALSE(holdsOne(QString::fromUtf8(file.readAll()), worded.words));
    }
    for (const Field *field : list.model().possibleColumns())
        CHECK_FALSE(isHideable(*field));
    tests::FakeDrafts drafts;
    app::RecordPane pane(records, drafts, worded.ref, {});
    pane.openHistory();
    pane.history()->reload();
    CHECK_FALSE(holdsOne(shownBy(pane), worded.words));
    app::RecordForm form(records, drafts, record);
    CHECK_FALSE(holdsOne(shownBy(form), worded.words));
}

} // namespace

TEST_CASE("a hidden field is nowhere: not in list, record, form, search, count, history or export, for every entity")
{
    WalkCompany company(storage::Backend::Sqlite);
    ValueMaker values(company);
    QList<std::pair<EntityId, Reach>> everything;
    for (const Entity &entity : company.catalogue().entities())
        everything.append({entity.id, Reach::All});
    const Uuid blind = company.server.addRole(QStringLiteral("blind"), everything);
    QHash<EntityId, Worded> rows;
    for (const Entity &entity : company.catalogue().entities()) {
        INFO("entity " << entity.name.toStdString());
        rows.insert(entity.id, made(company, values, entity));
        company.server.allow(blind, entity.id, Action::Export, Reach::All);
        for (const Field &field : entity.fields())
            if (isHideable(field))
                company.server.hideField(blind, entity.id, field.id, FieldRight::Hidden);
    }
    const Uuid cleoId = company.server.addUser(QStringLiteral("cleo"), company.server.root);
    company.server.grant(cleoId, blind);
    MemoryDesk cleo(company.server, QStringLiteral("cleo"), cleoId, company.clock, company.random);
    cleo.connectToServer();
    test::settle(company.server, {&cleo}, company.clock);
    int walked = 0;
    for (const Entity &entity : company.catalogue().entities()) {
        INFO("entity " << entity.name.toStdString());
        const Worded &worded = rows[entity.id];
        if (!cleo.records().load(worded.ref).ok())
            continue; // its rows stay at the server, or with their owner
        walk(cleo.records(), entity, worded);
        ++walked;
    }
    CHECK(walked > 60);
}

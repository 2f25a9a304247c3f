// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/lookupeditors.h"

#include "app/widgets/fieldtext.h"
#include "app/widgets/tagsedit.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QIcon>
#include <QKeyEvent>
#include <QStandardItemModel>

namespace guanxi::app {

using model::EntityId;
using model::Value;

namespace {

constexpr int IdRole = Qt::UserRole;
constexpr int CreateRole = Qt::UserRole + 1;
constexpr qint64 MostHits = 12;
constexpr qint64 MostChildren = 500;

/// The field by which records of `target` belong to what the other field of `entity` names; nullptr: they do not.
const model::Field *sharedField(const model::Entity &target, const model::Entity &entity, const model::Field &field)
{
    const model::Field *other = entity.field(field.within);
    const auto &fields = target.fields();
    const auto found = std::find_if(fields.begin(), fields.end(), [other](const model::Field &each) {
        return other && each.type == model::FieldType::Reference && each.targets == other->targets;
    });
    return found == fields.end() ? nullptr : &*found;
}

/// The title and, greyed apart by a dash, what tells namesakes apart.
QString hitText(const Records &records, const model::Record &record)
{
    const FieldText words(records);
    const QString title = words.title(record);
    for (const char *name : {"number", "position", "mobile", "phone", "login", "code"}) {
        const model::Field *field = record.entity().field(QString::fromLatin1(name));
        if (!field || !records.rights().isVisible(record.entity(), *field))
            continue;
        if (const QString detail = words.text(record, *field); !detail.isEmpty() && detail != title)
            return title + QStringLiteral("  –  ") + detail;
    }
    return title;
}

} // namespace

LookupLine::LookupLine(Records &records, EntityId target, QWidget *parent)
    : QLineEdit(parent), m_records(records), m_target(target), m_completer(new QCompleter(this)),
      m_hits(new QStandardItemModel(this))
{
    m_completer->setModel(m_hits);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(MostHits + 1);
    m_completer->setWidget(this);
    setPlaceholderText(tr("Type to search"));
    addAction(QIcon::fromTheme(QStringLiteral("search")), QLineEdit::TrailingPosition);
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, &LookupLine::take);
    connect(this, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_id = {};
        if (text.trimmed().isEmpty())
            Q_EMIT picked({});
        search();
    });
}

void LookupLine::setTarget(EntityId target)
{
    m_target = target;
    setId({});
}

void LookupLine::setId(const Uuid &id)
{
    m_id = id;
    const QString title = id.isNull() ? QString() : m_records.title({m_target, id});
    setText(id.isNull() || !title.isEmpty() ? title : tr("(not on this computer)"));
    setCursorPosition(0);
}

bool LookupLine::isUnresolved() const { return m_id.isNull() && !text().trimmed().isEmpty(); }

void LookupLine::search()
{
    const model::Entity *entity = m_records.catalogue().entity(m_target);
    if (!entity)
        return;
    storage::Query query;
    query.entity = m_target;
    query.search = text().trimmed();
    query.filter = m_preferred;
    query.limit = MostHits;
    if (query.search.isEmpty() && entity->hasSystemFields())
        query.sort = {{model::system::UpdatedAt, true}};
    m_hits->clear();
    addHits(query);
    if (!m_preferred.isEmpty() && !query.search.isEmpty()) {
        query.filter = storage::Filter::negate(m_preferred);
        addHits(query);
    }
    if (!query.search.isEmpty() && m_records.may(model::Action::Create, m_target) && entity->maker == model::Maker::People) {
        auto *create = new QStandardItem(QIcon::fromTheme(QStringLiteral("list-add")),
                                         tr("Create new %1 “%2”…").arg(entityLabel(*entity), query.search));
        create->setData(true, CreateRole);
        m_hits->appendRow(create);
    }
    if (m_hits->rowCount() == 0)
        m_completer->popup()->hide();
    else
        m_completer->complete();
}

void LookupLine::addHits(const storage::Query &query)
{
    const Result<QList<model::Record>> found = m_records.findNow(query);
    for (const model::Record &record : found ? *found : QList<model::Record>()) {
        if (m_hits->rowCount() >= MostHits)
            return;
        auto *item = new QStandardItem(hitText(m_records, record));
        item->setData(record.id().bytes(), IdRole);
        m_hits->appendRow(item);
    }
}

void LookupLine::take(const QModelIndex &index)
{
    if (index.data(CreateRole).toBool()) {
        Q_EMIT createRequested(m_target, text().trimmed());
        return;
    }
    const Uuid id = Uuid::fromBytes(index.data(IdRole).toByteArray());
    setId(m_clears ? Uuid() : id);
    Q_EMIT picked(id);
}

void LookupLine::keyPressEvent(QKeyEvent *event)
{
    QAbstractItemView *popup = m_completer->popup();
    if (popup->isVisible() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        if (const QModelIndex index = popup->currentIndex().isValid() ? popup->currentIndex() : popup->model()->index(0, 0);
            index.isValid()) {
            popup->hide();
            take(index);
        }
        return;
    }
    if (event->key() == Qt::Key_Down && !popup->isVisible()) {
        search();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

ReferenceEditor::ReferenceEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent)
    : FieldEditor(records, entity, field, parent), m_line(new LookupLine(records, field.targets.value(0)))
{
    connect(m_line, &LookupLine::picked, this, &FieldEditor::edited);
    connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::edited);
    connect(m_line, &LookupLine::createRequested, this, &FieldEditor::createRequested);
    setMainWidget(m_line);
}

Value ReferenceEditor::value() const { return m_line->id().isNull() ? Value() : Value(m_line->id()); }
void ReferenceEditor::setValue(const Value &value) { m_line->setId(value.id()); }

void ReferenceEditor::setTyped(const model::Record &record)
{
    const model::Entity *target = records().catalogue().entity(m_line->target());
    const model::Field *shared = target ? sharedField(*target, entity(), field()) : nullptr;
    if (!shared)
        return;
    const Value within = record.value(field().within);
    m_line->setPreferred(within.isNull() ? model::Filter() : model::Filter::is(shared->id, within));
}

std::optional<Error> ReferenceEditor::fault() const
{
    if (!m_line->isUnresolved())
        return std::nullopt;
    return Error{ErrorCode::BadValue, {field().name, m_line->text().trimmed()}};
}

bool ChildEditor::fits(const Records &records, const model::Entity &entity, const model::Field &field)
{
    const model::Entity *target = field.within != 0 ? records.catalogue().entity(field.targets.value(0)) : nullptr;
    const model::Field *shared = target && target->parent != 0 ? sharedField(*target, entity, field) : nullptr;
    return shared && shared->id == target->parentField;
}

ChildEditor::ChildEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent)
    : FieldEditor(records, entity, field, parent), m_box(new QComboBox)
{
    guardWheel(m_box);
    connect(m_box, &QComboBox::activated, this, &FieldEditor::edited);
    setMainWidget(m_box);
    offer();
}

void ChildEditor::offer()
{
    const model::Entity &target = records().catalogue().at(field().targets.first());
    storage::Query query;
    query.entity = target.id;
    query.limit = MostChildren;
    if (m_parent)
        query.filter = model::Filter::is(target.parentField, *m_parent);
    if (const model::Field *position = target.field(QStringLiteral("position")))
        query.sort = {{position->id}};
    const QByteArray chosen = m_box->currentData().toByteArray();
    m_box->clear();
    if (!field().required)
        m_box->addItem(QString(), QByteArray());
    if (const Result<QList<model::Record>> found = records().findNow(query))
        for (const model::Record &record : *found)
            m_box->addItem(records().title(record.ref()), record.id().bytes());
    m_box->setCurrentIndex(m_box->findData(chosen));
}

void ChildEditor::setTyped(const model::Record &record)
{
    const Value parent = record.value(field().within);
    if (m_parent == parent)
        return;
    const bool isOther = m_parent.has_value();
    m_parent = parent;
    offer();
    // Of another one the first: nothing of the former fits.
    if (isOther && m_box->currentIndex() < 0 && m_box->count() > 0) {
        m_box->setCurrentIndex(0);
        Q_EMIT edited();
    }
}

Value ChildEditor::value() const
{
    const QByteArray id = m_box->currentData().toByteArray();
    return id.isEmpty() ? Value() : Value(Uuid::fromBytes(id));
}

void ChildEditor::setValue(const Value &value)
{
    const QByteArray id = value.isNull() ? QByteArray() : value.id().bytes();
    if (!value.isNull() && m_box->findData(id) < 0)
        m_box->addItem(records().title({field().targets.first(), value.id()}), id);
    m_box->setCurrentIndex(m_box->findData(id));
}

AnyReferenceEditor::AnyReferenceEditor(Records &records, const model::Entity &entity, const model::Field &field,
                                       QWidget *parent)
    : FieldEditor(records, entity, field, parent), m_kind(new QComboBox), m_line(nullptr)
{
    guardWheel(m_kind);
    for (const model::Entity &kind : records.catalogue().entities())
        if ((field.targets.isEmpty() ? kind.workspace != model::Workspace::None : field.targets.contains(kind.id))
            && records.may(model::Action::View, kind.id))
            m_kind->addItem(entityLabel(kind), kind.id);
    m_line = new LookupLine(records, EntityId(m_kind->currentData().toUInt()));
    const QString label = fieldLabel(entity, field);
    setAccessibleName(label);
    m_kind->setAccessibleName(tr("%1: kind").arg(label));
    m_line->setAccessibleName(label);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_kind);
    row->addWidget(m_line, 1);
    setFocusProxy(m_line);
    connect(m_kind, &QComboBox::activated, this, [this] {
        m_line->setTarget(EntityId(m_kind->currentData().toUInt()));
        Q_EMIT edited();
    });
    connect(m_line, &LookupLine::picked, this, &FieldEditor::edited);
    connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::edited);
    connect(m_line, &LookupLine::createRequested, this, &FieldEditor::createRequested);
}

Value AnyReferenceEditor::value() const
{
    return m_line->id().isNull() ? Value() : Value(model::RecordRef{m_line->target(), m_line->id()});
}

void AnyReferenceEditor::setValue(const Value &value)
{
    const model::RecordRef ref = value.as<model::RecordRef>();
    if (!ref.isNull()) {
        m_kind->setCurrentIndex(m_kind->findData(ref.entity));
        m_line->setTarget(ref.entity);
    }
    m_line->setId(ref.id);
}

std::optional<Error> AnyReferenceEditor::fault() const
{
    if (!m_line->isUnresolved())
        return std::nullopt;
    return Error{ErrorCode::BadValue, {field().name, m_line->text().trimmed()}};
}

ReferencesEditor::ReferencesEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent)
    : FieldEditor(records, entity, field, parent), m_line(new LookupLine(records, field.targets.value(0))),
      m_box(new ChipBox(m_line))
{
    m_line->setClearsAfterPick(true);
    setMainWidget(m_box);
    m_line->setAccessibleName(fieldLabel(entity, field));
    connect(m_line, &LookupLine::createRequested, this, &FieldEditor::createRequested);
    connect(m_line, &LookupLine::picked, this, [this](const Uuid &id) {
        if (id.isNull() || m_ids.contains(id))
            return;
        show(m_ids + QList<Uuid>{id});
        Q_EMIT edited();
    });
    connect(m_box, &ChipBox::removed, this, [this](int index) {
        QList<Uuid> ids = m_ids;
        ids.removeAt(index);
        show(ids);
        Q_EMIT edited();
    });
}

void ReferencesEditor::show(const QList<Uuid> &ids)
{
    m_ids = ids;
    QStringList titles;
    for (const Uuid &id : ids)
        titles.append(records().title({field().targets.value(0), id}));
    m_box->setWords(titles);
}

Value ReferencesEditor::value() const { return m_ids.isEmpty() ? Value() : model::valueOf(m_ids); }
void ReferencesEditor::setValue(const Value &value) { show(idsOf(value)); }

} // namespace guanxi::app

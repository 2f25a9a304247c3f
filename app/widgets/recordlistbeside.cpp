// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside and below the rows of a list: groups, board and totals.
#include "app/widgets/recordlistview.h"

#include "app/widgets/fieldtext.h"
#include "app/widgets/frozencolumns.h"
#include "app/widgets/listgroups.h"
#include "app/widgets/recordboard.h"
#include "app/widgets/recordlistmodel.h"
#include "app/widgets/recordtable.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QStackedLayout>
#include <QToolButton>

namespace guanxi::app {

using model::Field;
using model::FieldId;

void RecordListView::setGroup(FieldId field)
{
    const QList<const Field *> possible = ListGroups::fields(m_records, entity());
    const bool known = std::any_of(possible.begin(), possible.end(), [field](const Field *one) { return one->id == field; });
    const FieldId wanted = known ? field : FieldId(0);
    if (wanted == m_groups->field())
        return;
    m_groups->setField(wanted);
    m_groups->setVisible(known);
    if (m_started)
        applyQuery();
}

void RecordListView::fillGroupMenu(QMenu *menu)
{
    menu->clear();
    const auto add = [&](const QString &label, FieldId field) {
        QAction *action = menu->addAction(label);
        action->setCheckable(true);
        action->setChecked(m_groups->field() == field);
        connect(action, &QAction::triggered, this, [this, field] { setGroup(field); });
    };
    add(tr("No groups"), 0);
    menu->addSeparator();
    for (const Field *field : ListGroups::fields(m_records, entity()))
        add(fieldLabel(entity(), *field), field->id);
}

void RecordListView::setBoardShown(bool shown)
{
    if (shown && entity().machine.isEmpty())
        return;
    if (m_boardButton->isChecked() != shown) {
        m_boardButton->setChecked(shown); // comes back here
        return;
    }
    if (shown == (m_board != nullptr))
        return;
    if (shown) {
        std::unique_ptr<BoardLanes> lanes = m_makeLanes ? m_makeLanes() : std::make_unique<StateLanes>(m_records, entity());
        lanes->setState(m_laneState);
        connect(lanes.get(), &BoardLanes::changed, this, &RecordListView::stateChanged);
        m_board = new RecordBoard(m_records, entity(), std::move(lanes));
        connect(m_board, &RecordBoard::openRequested, this, &RecordListView::openRequested);
        connect(m_board, &RecordBoard::currentChanged, this, &RecordListView::currentChanged);
        connect(m_board, &RecordBoard::notice, this, &RecordListView::notice);
        connect(m_board, &RecordBoard::failed, this, &RecordListView::failed);
        m_stack->addWidget(m_board);
    } else {
        m_laneState = m_board->lanes().state();
        delete std::exchange(m_board, nullptr);
    }
    setFocusProxy(m_board ? static_cast<QWidget *>(m_board) : m_table);
    if (m_started) {
        refreshBeside();
        showState();
    }
    Q_EMIT stateChanged();
}

void RecordListView::setBoardLanes(std::function<std::unique_ptr<BoardLanes>()> make)
{
    m_makeLanes = std::move(make);
    if (!m_board)
        return;
    setBoardShown(false);
    setBoardShown(true);
}

void RecordListView::setFrozen(int columns)
{
    // Something is left to scroll.
    m_table->frozen().setCount(qBound(0, columns, qMax(0, m_model->columnCount() - 1)));
    m_freezeAction->setChecked(m_table->frozen().count() > 0);
    if (!m_restoring)
        Q_EMIT stateChanged();
}

void RecordListView::refreshBeside()
{
    if (!m_started)
        return;
    QList<FieldId> sums = summedFields();
    // Yuan and dollars are not added up; the totals below the rows name each currency.
    if (entity().field(QStringLiteral("currency")))
        sums.removeIf([this](FieldId id) {
            const Field &field = *entity().field(id);
            return field.type == model::FieldType::Money && !field.name.startsWith(QStringLiteral("base_"));
        });
    m_groups->setQuery(composedQuery(false), sums);
    if (m_board && m_board->query() != m_model->query())
        m_board->setQuery(m_model->query());
    askSums();
}

QList<FieldId> RecordListView::summedFields() const
{
    QList<FieldId> fields;
    for (const FieldId id : m_model->columns())
        if (isSummable(*entity().field(id)) && m_records.rights().fieldRight(entity(), *entity().field(id)) >= model::FieldRight::Read)
            fields.append(id);
    return fields;
}

void RecordListView::askSums()
{
    const QList<FieldId> fields = summedFields();
    if (fields.isEmpty())
        return showSums({});
    const Field *currency = entity().field(QStringLiteral("currency"));
    const FieldText words(m_records);
    const auto worded = [this, words](FieldId id, qint64 sum, const QString &code) {
        const Field &field = *entity().field(id);
        const bool foreign = field.type == model::FieldType::Money && !code.isEmpty() && code != QStringLiteral("CNY");
        const QString text = field.type == model::FieldType::Money ? words.amount(field, sum, code)
                                                                   : words.text(entity(), field, model::Value(sum));
        return tr("Σ %1 %2").arg(fieldLabel(entity(), field), foreign ? text + u' ' + code : text);
    };
    if (!currency || !m_records.rights().isVisible(entity(), *currency)) {
        m_records.aggregate(m_model->query(), fields, this, [this, fields, worded](const Result<QList<storage::Aggregate>> &answer) {
            QStringList parts;
            for (qsizetype at = 0; answer.ok() && at < answer->size(); ++at)
                if ((*answer)[at].sum)
                    parts.append(worded(fields[at], *(*answer)[at].sum, {}));
            showSums(parts);
        });
        return;
    }
    m_records.group(m_model->query(), currency->id, fields, this, [=, this](const Result<QList<storage::Group>> &groups) {
        QStringList parts;
        for (qsizetype at = 0; groups.ok() && at < fields.size(); ++at)
            for (const storage::Group &group : *groups)
                if (group.sums.value(at)) {
                    const bool named = group.key.is<QString>() || group.key.isNull();
                    const QString code = named ? group.key.text() : FieldText(m_records).text(entity(), *currency, group.key);
                    parts.append(worded(fields[at], *group.sums[at], code));
                }
        showSums(parts);
    });
}

void RecordListView::showSums(const QStringList &sums)
{
    m_sums->setText(sums.join(QStringLiteral("   ")));
    m_sums->setToolTip(sums.join(u'\n'));
}

} // namespace guanxi::app

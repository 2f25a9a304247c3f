// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/versiondialog.h"

#include "app/widgets/fieldtext.h"
#include "app/widgets/tones.h"
#include "common/model/catalogue/sales.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace guanxi::app {

using namespace model;
using namespace Qt::StringLiterals;

namespace {

const QStringList LineColumns{u"quantity"_s, u"unit"_s, u"unit_price"_s, u"discount"_s, u"tax_rate"_s, u"amount"_s};

/// What neither the lines nor their copies hide from this user.
QStringList visibleColumns(const Records &records)
{
    QStringList columns;
    for (const QString &name : LineColumns) {
        const auto isVisible = [&](EntityId id) {
            const Entity &entity = records.catalogue().at(id);
            return records.rights().isVisible(entity, *entity.field(name));
        };
        if (isVisible(QuoteVersionLine::entity) && isVisible(QuoteLine::entity))
            columns.append(name);
    }
    return columns;
}

} // namespace

VersionDialog::VersionDialog(const Records &records, QuoteLook look, QuoteLook present, QWidget *parent)
    : QDialog(parent), m_records(records), m_look(std::move(look)), m_present(std::move(present)), m_compare(new QCheckBox(tr("&Compare with the present version"))),
      m_table(new QTableWidget), m_sums(new QLabel)
{
    setWindowTitle(tr("%1 – version %2").arg(FieldText(records).title(m_present.head)).arg(m_look.version()));
    auto *head = new QLabel(headText());
    head->setTextFormat(Qt::PlainText);
    head->setWordWrap(true);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAlternatingRowColors(true);
    m_table->setAccessibleName(tr("Lines of the version"));
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_sums->setTextFormat(Qt::PlainText);
    m_sums->setAlignment(Qt::AlignRight);
    m_sums->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_compare->setVisible(!m_look.isPresent);
    m_compare->setChecked(!m_look.isPresent);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    auto *column = new QVBoxLayout(this);
    column->addWidget(head);
    column->addWidget(m_compare);
    column->addWidget(m_table, 1);
    column->addWidget(m_sums);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_compare, &QCheckBox::toggled, this, &VersionDialog::fill);
    resize(900, 480);
    fill();
    m_table->setFocus();
}

QString VersionDialog::text(const Record &record, const QString &field) const
{
    const Field *declared = record.isValid() ? record.entity().field(field) : nullptr;
    if (!declared || record.value(declared->id).isNull())
        return {};
    return declared->type == FieldType::Money ? FieldText(m_records).amount(*declared, record.value(declared->id).number(), m_look.currency())
                                              : FieldText(m_records).text(record, *declared);
}

QString VersionDialog::headText() const
{
    QStringList parts;
    const qint64 sentAt = valueOf(m_look.head, u"sent_at"_s).number();
    if (sentAt > 0)
        parts.append(tr("Sent %1 by %2").arg(dateTimeText(sentAt), text(m_look.head, u"sent_by"_s)));
    else
        parts.append(tr("Not sent"));
    parts.append(tr("Valid until %1").arg(text(m_look.head, u"valid_until"_s)));
    if (const QString terms = text(m_look.head, u"terms"_s); !terms.isEmpty())
        parts.append(terms);
    return parts.join(QStringLiteral("  ·  "));
}

QString VersionDialog::sumsText() const
{
    QStringList sums;
    for (const QString &name : {u"subtotal"_s, u"discount_amount"_s, u"tax_amount"_s, u"total"_s}) {
        const Field &field = *m_look.head.entity().field(name);
        if (!m_records.rights().isVisible(m_look.head.entity(), field))
            continue;
        const QString then = text(m_look.head, name), now = text(m_present.head, name);
        const QString both = m_compare->isChecked() && then != now ? tr("%1 → %2").arg(then, now) : then;
        sums.append(tr("%1: %2").arg(fieldLabel(m_look.head.entity(), field), both));
    }
    return sums.join(QStringLiteral("    "));
}

void VersionDialog::fill()
{
    const QStringList columns = visibleColumns(m_records);
    const Entity &line = m_records.catalogue().at(QuoteVersionLine::entity);
    QStringList heads{tr("Product or service")};
    for (const QString &name : columns)
        heads.append(fieldLabel(line, *line.field(name)));
    if (m_compare->isChecked())
        heads.append(tr("Since then"));
    m_table->setRowCount(0);
    m_table->setColumnCount(int(heads.size()));
    m_table->setHorizontalHeaderLabels(heads);
    QList<LinePair> pairs;
    if (m_compare->isChecked())
        pairs = compared(m_look, m_present);
    else
        for (const Record &one : std::as_const(m_look.lines))
            pairs.append({one, one});
    for (const LinePair &pair : std::as_const(pairs))
        addLine(pair, columns);
    m_table->resizeColumnsToContents();
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_sums->setText(sumsText());
}

void VersionDialog::addLine(const LinePair &pair, const QStringList &columns)
{
    const bool compares = m_compare->isChecked();
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    const bool isGone = !pair.now.isValid(), isNew = !pair.then.isValid();
    const auto put = [&](int column, const QString &words, bool isNumber, bool differs) {
        auto *item = new QTableWidgetItem(words);
        item->setTextAlignment((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        item->setToolTip(words);
        if (compares && (differs || isGone || isNew)) {
            const ToneColors colors = toneColors(isGone ? Tone::Bad : isNew ? Tone::Good : Tone::Waiting, palette());
            item->setBackground(colors.fill);
            item->setForeground(colors.text);
        }
        m_table->setItem(row, column, item);
    };
    put(0, subjectOf(m_records, isNew ? pair.now : pair.then), false, valueOf(pair.then, u"description"_s) != valueOf(pair.now, u"description"_s));
    int column = 1;
    for (const QString &name : columns) {
        const QString then = text(pair.then, name), now = text(pair.now, name);
        const bool differs = compares && !isGone && !isNew && then != now;
        put(column++, differs ? tr("%1 → %2").arg(then, now) : isNew ? now : then, name != u"unit"_s, differs);
    }
    if (compares)
        put(column, isGone ? tr("taken out") : isNew ? tr("new") : pair.differs() ? tr("changed") : QString(), false, pair.differs());
}

} // namespace guanxi::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/versionsview.h"

#include "app/views/sales/versiondialog.h"
#include "app/views/viewcontext.h"
#include "app/widgets/fieldtext.h"
#include "common/model/catalogue/sales.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace guanxi::app {

using namespace model;
using namespace Qt::StringLiterals;

namespace {

enum Column { Version, State, Sent, By, Until, Total, Difference, Columns };
constexpr int CellMargin = 24, RowMargin = 8;

} // namespace

VersionsView::VersionsView(ViewContext &context, const RecordRef &quote, QWidget *parent)
    : QWidget(parent), m_context(context), m_records(context.records()), m_quote(quote), m_list(new QTreeWidget), m_says(new QLabel), m_open(new QPushButton), m_again(new QPushButton)
{
    m_list->setColumnCount(Columns);
    m_list->setRootIsDecorated(false);
    m_list->setAlternatingRowColors(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setUniformRowHeights(true);
    m_says->setObjectName(QStringLiteral("quiet"));
    m_says->setWordWrap(true);
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_says, 1);
    bar->addWidget(m_open);
    bar->addWidget(m_again);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 4);
    column->addWidget(m_list, 1);
    column->addLayout(bar);
    connect(m_open, &QPushButton::clicked, this, &VersionsView::openChosen);
    connect(m_again, &QPushButton::clicked, this, &VersionsView::quoteAgain);
    connect(m_list, &QTreeWidget::itemActivated, this, &VersionsView::openChosen);
    connect(&m_records, &Records::changed, this, [this](const QSet<RecordRef> &changed) {
        const bool concerned = changed.isEmpty() || std::any_of(changed.begin(), changed.end(), [this](const RecordRef &ref) {
            return ref == m_quote || ref.entity == QuoteVersion::entity || ref.entity == QuoteLine::entity;
        });
        if (concerned)
            fill();
    });
    setFocusProxy(m_list);
    retranslate();
}

void VersionsView::retranslate()
{
    setWindowTitle(tr("Versions"));
    m_open->setText(tr("&Look at it"));
    m_again->setText(tr("&Quote again from this version"));
    m_list->setAccessibleName(tr("Versions of the quote"));
    m_list->setHeaderLabels({tr("Version"), tr("State"), tr("Sent"), tr("Sent by"), tr("Valid until"), tr("Total"), tr("Difference")});
    for (const int column : {int(Version), int(Total)})
        m_list->headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    fill();
}

void VersionsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void VersionsView::fill()
{
    const QVariant before = m_list->currentItem() ? m_list->currentItem()->data(0, Qt::UserRole) : QVariant();
    m_list->clear();
    const Result<QuoteLook> present = presentLook(m_records, m_quote);
    m_open->setEnabled(present.ok());
    m_again->setEnabled(present.ok() && m_records.may(Action::Create, Quote::entity));
    if (!present)
        return;
    addRow(*present, *present);
    for (const QuoteLook &look : waiting(*present))
        addRow(look, *present);
    for (const Record &version : keptVersions(m_records, m_quote))
        // The one that lies at the customer is the present one.
        if (const Result<QuoteLook> look = keptLook(m_records, version.ref()); look && (look->version() != present->version() || present->head[Quote::status] < Quote::Sent))
            addRow(*look, *present);
    for (int row = 0; row < m_list->topLevelItemCount(); ++row)
        if (row == 0 || m_list->topLevelItem(row)->data(0, Qt::UserRole) == before)
            m_list->setCurrentItem(m_list->topLevelItem(row));
    for (int column = 0; column < Columns - 1; ++column)
        m_list->resizeColumnToContents(column);
    m_says->setText(m_list->topLevelItemCount() > 1 ? tr("What was sent stays here as it was, whatever becomes of the quote.")
                                                    : tr("Each version that is sent is kept here as it was, from when it has reached the server."));
}

QList<QuoteLook> VersionsView::waiting(const QuoteLook &present) const
{
    QSet<qint64> kept;
    for (const Record &version : keptVersions(m_records, m_quote))
        kept.insert(version[QuoteVersion::version]);
    QList<QuoteLook> looks;
    for (qint64 version = present.version() - 1; version > 0 && !kept.contains(version); --version)
        if (const std::optional<QuoteLook> look = rememberedLook(m_records, present.head, version))
            looks.append(*look);
    return looks;
}

void VersionsView::addRow(const QuoteLook &look, const QuoteLook &present)
{
    const FieldText words(m_records);
    const auto text = [&](const QString &field) {
        const Field *declared = look.head.entity().field(field);
        return declared && m_records.rights().isVisible(look.head.entity(), *declared) ? words.text(look.head, *declared) : QString();
    };
    const Field &total = *look.head.entity().field(u"total"_s);
    const bool sent = !look.isPresent || valueOf(look.head, u"status"_s).number() >= Quote::Sent;
    const qsizetype changed = std::ranges::count_if(compared(look, present), &LinePair::differs);
    QStringList difference;
    if (!look.isPresent && m_records.rights().isVisible(look.head.entity(), total) && look.currency() == present.currency() && present.total() != look.total())
        difference.append(tr("%1%2", "sign and amount").arg(present.total() > look.total() ? QStringLiteral("+") : QString(), words.amount(total, present.total() - look.total(), look.currency())));
    if (!look.isPresent)
        difference.append(changed == 0 ? tr("same lines") : tr("%n line(s) differ", nullptr, int(changed)));
    auto *item = new QTreeWidgetItem(m_list, {QString::number(look.version()), look.isPresent ? tr("present, %1").arg(text(u"status"_s)) : look.isWaiting ? tr("not at the server yet") : valueOf(look.head, u"sent_at"_s).isNull() ? tr("not sent") : tr("was sent"),
                                              sent ? text(u"sent_at"_s) : QString(), sent ? text(u"sent_by"_s) : QString(), text(u"valid_until"_s), text(u"total"_s), difference.join(QStringLiteral("  ·  "))});
    item->setData(0, Qt::UserRole, QVariant::fromValue(look.head.ref()));
    item->setData(0, Qt::UserRole + 1, look.version());
    for (int column = 0; column < Columns; ++column)
        item->setSizeHint(column, {m_list->fontMetrics().horizontalAdvance(item->text(column)) + CellMargin, m_list->fontMetrics().height() + RowMargin});
    item->setTextAlignment(Version, Qt::AlignRight | Qt::AlignVCenter);
    item->setTextAlignment(Total, Qt::AlignRight | Qt::AlignVCenter);
}

std::optional<QuoteLook> VersionsView::chosen() const
{
    const QTreeWidgetItem *item = m_list->currentItem();
    if (!item)
        return std::nullopt;
    const RecordRef ref = item->data(0, Qt::UserRole).value<RecordRef>();
    const Result<QuoteLook> look = ref.entity == Quote::entity ? presentLook(m_records, ref) : keptLook(m_records, ref);
    const qint64 version = item->data(0, Qt::UserRole + 1).toLongLong();
    if (look && look->version() != version)
        return rememberedLook(m_records, look->head, version);
    return look ? std::optional(*look) : std::nullopt;
}

void VersionsView::openChosen()
{
    const std::optional<QuoteLook> look = chosen();
    const Result<QuoteLook> present = presentLook(m_records, m_quote);
    if (!look || !present)
        return;
    auto *dialog = new VersionDialog(m_records, *look, *present, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void VersionsView::quoteAgain()
{
    const std::optional<QuoteLook> look = chosen();
    const Result<Record> quote = m_records.load(m_quote);
    if (!look || !quote)
        return;
    if (look->isPresent && (*quote)[Quote::status] == Quote::Draft)
        return m_context.notify(tr("This version is the draft itself. Choose an earlier one."));
    const Result<QList<Record>> again = quotedAgain(m_records, *look, *quote);
    const Result<Saved> saved = again ? m_records.saveAll(*again, QStringLiteral("save")) : Result<Saved>(again.error());
    if (!saved)
        return m_context.showError(saved.error());
    if (again->first().ref() == m_quote)
        return m_context.notify(tr("The draft has the lines of version %1 again").arg(look->version()), saved->action);
    m_context.openRecord(again->first().ref());
    m_context.notify(tr("A new quote was made from version %1").arg(look->version()), saved->action);
}

} // namespace guanxi::app

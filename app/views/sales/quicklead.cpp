// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/quicklead.h"

#include "app/views/sales/leadline.h"
#include "app/views/viewcontext.h"
#include "app/widgets/alikewords.h"
#include "app/widgets/errortext.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/tones.h"
#include "common/model/catalogue/opportunities.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace guanxi::app {

using namespace model;

namespace {

constexpr int PauseMs = 250;
constexpr int Width = 640;

} // namespace

QuickLead::QuickLead(ViewContext &context, QWidget *parent)
    : QDialog(parent), m_context(context), m_records(context.records()), m_line(new QLineEdit), m_source(new QComboBox), m_understood(new QLabel), m_says(new QLabel),
      m_save(new QPushButton)
{
    for (QLabel *label : {m_understood, m_says}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setMinimumHeight(2 * label->fontMetrics().lineSpacing());
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    }
    m_understood->setObjectName(QStringLiteral("quiet"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_source);
    row->addStretch(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    row->addWidget(buttons);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_line);
    column->addWidget(m_understood);
    column->addWidget(m_says);
    column->addLayout(row);
    m_save->setDefault(true);
    m_searching.setSingleShot(true);
    m_searching.setInterval(PauseMs);
    for (const DictionaryChoice &choice : m_records.dictionary(QStringLiteral("source")))
        if (choice.active)
            m_source->addItem(choice.label, choice.id.bytes());
    m_source->setCurrentIndex(std::max(0, m_source->findData(dictionaryItemId(QStringLiteral("source"), QStringLiteral("phone")).bytes())));
    connect(m_line, &QLineEdit::textChanged, this, &QuickLead::read);
    connect(m_source, &QComboBox::activated, this, &QuickLead::read);
    connect(&m_searching, &QTimer::timeout, this, &QuickLead::findAlike);
    connect(m_save, &QPushButton::clicked, this, [this] { save(false); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QuickLead::reject);
    retranslate();
    read();
    resize(Width, sizeHint().height());
}

void QuickLead::retranslate()
{
    setWindowTitle(tr("Quick lead"));
    m_line->setPlaceholderText(tr("Name, telephone, company, what they want – in one line"));
    m_line->setAccessibleName(tr("The lead in one line"));
    m_source->setAccessibleName(tr("Source"));
    m_save->setText(tr("&Save"));
    m_save->setToolTip(tr("Enter saves and is ready for the next one, Ctrl+Enter opens the lead"));
}

void QuickLead::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        read();
    }
}

void QuickLead::read()
{
    const LeadLine line = readLeadLine(m_line->text());
    m_lead = m_records.create(Lead::entity);
    const auto take = [this](TextField field, const QString &text) {
        if (!text.isEmpty())
            m_lead.set(field, text);
    };
    // Of a company alone its name has to do.
    take(Lead::name, line.name.isEmpty() ? line.company.left(m_lead.entity().field(Lead::name.id)->limit) : line.name);
    take(Lead::companyName, line.company);
    take(Lead::mobile, line.mobile);
    take(Lead::phone, line.phone);
    take(Lead::email, line.email);
    take(Lead::interest, line.interest);
    if (m_source->currentIndex() >= 0)
        m_lead.set(Lead::source, Uuid::fromBytes(m_source->currentData().toByteArray()));
    QStringList parts;
    for (const FieldId id : {Lead::name.id, Lead::companyName.id, Lead::mobile.id, Lead::phone.id, Lead::email.id, Lead::interest.id}) {
        const Field &field = *m_lead.entity().field(id);
        if (!m_lead.value(id).isNull())
            parts.append(tr("%1: %2").arg(fieldLabel(m_lead.entity(), field), FieldText(m_records).text(m_lead, field)));
    }
    m_understood->setText(parts.isEmpty() ? tr("Example: Wang Fang 13812345678 two pumps by October") : parts.join(QStringLiteral("\u2003")));
    m_says->clear();
    m_searching.start();
}

void QuickLead::findAlike()
{
    if (m_lead.isNull(Lead::name) && m_lead.isNull(Lead::mobile) && m_lead.isNull(Lead::phone))
        return;
    m_records.findAlike(m_lead, this, [this, asked = m_lead.id()](const Result<QList<AlikeRecord>> &alike) {
        if (alike && asked == m_lead.id())
            showAlike(*alike);
    });
}

void QuickLead::showAlike(const QList<AlikeRecord> &alike)
{
    if (alike.isEmpty())
        return;
    const AlikeRecord &first = alike.first();
    m_says->setText(tr("There may be such a lead already: %1 (%2).").arg(m_records.title(first.ref), reasonText(m_lead.entity(), first.likening.reasons)));
}

void QuickLead::save(bool open)
{
    if (m_line->text().trimmed().isEmpty())
        return reject();
    const QList<std::pair<FieldId, Error>> faults = m_records.check(m_lead);
    const Result<Saved> saved = faults.isEmpty() ? m_records.save(m_lead) : Result<Saved>(faults.first().second);
    if (!saved) {
        m_says->setText(errorText(saved.error(), &m_lead.entity()));
        m_line->setFocus();
        return;
    }
    const RecordRef ref = m_lead.ref();
    m_context.notify(tr("Lead saved: %1").arg(m_records.title(ref)), saved->action);
    m_line->clear();
    m_line->setFocus();
    m_says->setText(tr("Saved: %1").arg(m_records.title(ref)));
    if (!open)
        return;
    m_context.openRecord(ref);
    accept();
}

void QuickLead::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return save(event->modifiers().testFlag(Qt::ControlModifier));
    QDialog::keyPressEvent(event);
}

} // namespace guanxi::app

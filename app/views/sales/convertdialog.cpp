// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/sales/convertdialog.h"

#include "app/views/viewcontext.h"
#include "app/widgets/alikewords.h"
#include "app/widgets/errortext.h"
#include "app/widgets/fieldeditor.h"
#include "app/widgets/fieldtext.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/opportunities.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace guanxi::app {

using namespace model;

ConvertDialog::ConvertDialog(ViewContext &context, Conversion conversion, QWidget *parent)
    : QDialog(parent), m_context(context), m_records(context.records()), m_conversion(std::move(conversion)), m_customers(new QComboBox), m_says(new QLabel),
      m_convert(new QPushButton(m_conversion.isWinning() ? tr("&Mark success") : tr("&Convert")))
{
    setWindowTitle(m_conversion.isWinning() ? tr("Won: %1 becomes a customer").arg(name()) : tr("Convert: %1").arg(name()));
    m_customers->addItem(tr("New customer: %1").arg(m_conversion.account[Account::name]), QVariant::fromValue(Uuid()));
    m_customers->setAccessibleName(tr("Customer"));
    m_says->setWordWrap(true);
    m_says->hide();
    auto *column = new QVBoxLayout(this);
    auto *form = new QFormLayout;
    auto *customer = new QLabel(tr("C&ustomer:"));
    customer->setBuddy(m_customers);
    m_labels.append(customer);
    form->addRow(customer, m_customers);
    column->addLayout(form);
    addPart(*column, nullptr, nullptr, m_conversion.account, {Account::name.id, Account::type.id, Account::level.id, Account::region.id});
    addPart(*column, new QCheckBox(tr("With a c&ontact")), &m_conversion.withContact, m_conversion.contact, {Contact::name.id, Contact::mobile.id, Contact::phone.id, Contact::email.id});
    if (!m_conversion.isWinning())
        addPart(*column, new QCheckBox(tr("With an o&pportunity")), &m_conversion.withOpportunity, m_conversion.opportunity,
            {Opportunity::summary.id, Opportunity::probability.id, Opportunity::stage.id, Opportunity::amount.id, Opportunity::expectedCloseOn.id});
    alignLabels();
    column->addWidget(m_says);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->addButton(m_convert, QDialogButtonBox::AcceptRole);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    column->addWidget(buttons);
    m_convert->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &ConvertDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ConvertDialog::reject);
    connect(m_customers, &QComboBox::currentIndexChanged, this, &ConvertDialog::chooseCustomer);
    resize(560, sizeHint().height());
    findAlike();
}

QWidget *ConvertDialog::fieldsOf(Record &record, const QList<FieldId> &fields)
{
    auto *widget = new QWidget;
    auto *form = new QFormLayout(widget);
    form->setContentsMargins(0, 0, 0, 0);
    Part part{&record, widget};
    for (const FieldId id : fields) {
        const Field &field = *record.entity().field(id);
        if (m_records.rights().fieldRight(record.entity(), field) != FieldRight::Write)
            continue;
        FieldEditor *editor = FieldEditor::create(m_records, record.entity(), field, widget);
        editor->setValue(record.value(id));
        auto *label = new QLabel(fieldLabel(record.entity(), field) + (field.required ? QStringLiteral(" *") : QString()));
        label->setBuddy(editor);
        form->addRow(label, editor);
        m_labels.append(label);
        part.editors.append(editor);
    }
    m_parts.append(part);
    return widget;
}

void ConvertDialog::alignLabels()
{
    int width = 0;
    for (const QLabel *label : std::as_const(m_labels))
        width = std::max(width, label->sizeHint().width());
    for (QLabel *label : std::as_const(m_labels))
        label->setMinimumWidth(width);
}

void ConvertDialog::say(const QString &text)
{
    m_says->setText(text);
    m_says->setVisible(!text.isEmpty());
}

void ConvertDialog::addPart(QVBoxLayout &column, QCheckBox *wanted, bool *with, Record &record, const QList<FieldId> &fields)
{
    QWidget *shown = fieldsOf(record, fields);
    if (wanted) {
        column.addWidget(wanted);
        wanted->setChecked(*with);
        shown->setEnabled(*with);
        connect(wanted, &QCheckBox::toggled, this, [with, shown](bool on) {
            *with = on;
            shown->setEnabled(on);
        });
        const bool may = m_records.may(Action::Create, record.entity().id);
        wanted->setEnabled(may);
        if (!may)
            wanted->setChecked(false);
    }
    column.addWidget(shown);
}

void ConvertDialog::findAlike()
{
    m_records.findAlike(m_conversion.account, this, [this](const Result<QList<AlikeRecord>> &alike) {
        for (const AlikeRecord &other : alike ? *alike : QList<AlikeRecord>())
            m_customers->addItem(tr("%1 – %2").arg(m_records.title(other.ref), reasonText(m_conversion.account.entity(), other.likening.reasons)), QVariant::fromValue(other.ref.id));
        if (m_customers->count() > 1)
            say(tr("%n customer(s) may be the same: choose one, or make a new one.", nullptr, m_customers->count() - 1));
    });
}

void ConvertDialog::chooseCustomer()
{
    m_conversion.existing = m_customers->currentData().value<Uuid>();
    m_parts.first().fields->setEnabled(m_conversion.existing.isNull());
}

bool ConvertDialog::takeTyped()
{
    for (Part &part : m_parts) {
        if (!part.fields->isEnabled())
            continue;
        for (FieldEditor *editor : std::as_const(part.editors)) {
            const std::optional<Error> fault = editor->fault();
            editor->setFaulty(fault.has_value());
            if (fault) {
                say(errorText(*fault, &part.record->entity()));
                editor->setFocus();
                return false;
            }
            part.record->setValue(editor->field().id, editor->value());
        }
    }
    // What the opportunity calls its customer follows from who that is.
    Record &deal = m_conversion.isWinning() ? m_conversion.from : m_conversion.opportunity;
    deal.set(Opportunity::customerName, m_conversion.existing.isNull() ? QString(m_conversion.account[Account::name]) : m_records.title({Account::entity, m_conversion.existing}));
    return true;
}

QString ConvertDialog::faultOf(const Record &record) const
{
    const QList<std::pair<FieldId, Error>> faults = m_records.check(record);
    return faults.isEmpty() ? QString() : tr("%1: %2").arg(entityLabel(record.entity()), errorText(faults.first().second, &record.entity()));
}

QString ConvertDialog::name() const { return m_conversion.isWinning() ? m_conversion.from[Opportunity::customerName] : m_conversion.from[Lead::name]; }

void ConvertDialog::accept()
{
    if (!takeTyped())
        return;
    const QList<Record> made = m_conversion.records();
    for (const Record &record : made)
        if (const QString fault = faultOf(record); !fault.isEmpty())
            return say(fault);
    const Result<Saved> saved = m_records.saveAll(made, QStringLiteral("convert"));
    if (!saved)
        return say(errorText(saved.error()));
    m_context.notify(m_conversion.isWinning() ? tr("Won: %1").arg(name()) : tr("Converted: %1").arg(name()), saved->action);
    m_context.openRecord(m_conversion.withOpportunity ? m_conversion.opportunity.ref() : RecordRef{Account::entity, m_conversion.customer()});
    QDialog::accept();
}

} // namespace guanxi::app

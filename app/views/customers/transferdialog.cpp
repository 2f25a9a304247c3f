// SPDX-License-Identifier: GPL-3.0-or-later
// What the dialog looks like and what is filled in; what comes of it is in transferpreview.cpp.
#include "app/views/customers/transferdialog.h"

#include "app/views/customers/transferitems.h"
#include "app/views/viewcontext.h"
#include "app/widgets/errortext.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/lookupeditors.h"
#include "common/model/catalogue/customers.h"
#include "common/model/catalogue/organisation.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>
#include <QVBoxLayout>

namespace guanxi::app {

using model::Account;
using model::OwnershipTransfer;
using model::User;
using Which = TransferOrder::Which;

namespace {

constexpr int TypingPauseMs = 150;
constexpr int MostSuccessors = 20;

} // namespace

TransferDialog::TransferDialog(ViewContext &context, const CommandScope &scope, QWidget *parent)
    : QDialog(parent), m_context(context), m_records(context.records()), m_scope(scope), m_plan(m_records)
{
    setWindowTitle(tr("Hand over customers"));
    auto *column = new QVBoxLayout(this);
    column->setSpacing(8);
    buildOrder(*column);
    buildPreview(*column);
    m_pause.setSingleShot(true);
    m_pause.setInterval(TypingPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &TransferDialog::prepare);
    connect(&m_plan, &TransferPlan::ready, this, &TransferDialog::showPlan);
    connect(&m_plan, &TransferPlan::failed, this, [this](const Error &error) { m_says->setText(errorText(error)); });
    addSuccessorLine();
    if (scope.entity == User::entity)
        setFrom(scope.chosen.value(0).id);
    else if (const Result<model::Record> first = m_records.load(scope.chosen.value(0)); first.ok())
        setFrom((*first)[Account::accountManager]);
    resize(820, 640);
    (m_from->id().isNull() ? m_from : m_to.first())->setFocus();
    prepare();
}

LookupLine *TransferDialog::userLine(const QString &name)
{
    auto *line = new LookupLine(m_records, User::entity);
    line->setAccessibleName(name);
    connect(line, &LookupLine::picked, &m_pause, qOverload<>(&QTimer::start));
    connect(line, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    return line;
}

void TransferDialog::buildOrder(QVBoxLayout &column)
{
    m_form = new QFormLayout;
    m_from = userLine(tr("From"));
    m_form->addRow(tr("&From"), m_from);
    m_which = new QComboBox;
    m_which->addItem(tr("All customers of this person"), int(Which::All));
    if (m_scope.entity == Account::entity && m_scope.all)
        m_which->addItem(tr("All that the list shows"), int(Which::Shown));
    else if (m_scope.entity == Account::entity && !m_scope.chosen.isEmpty()) {
        m_which->addItem(tr("The %n customer(s) selected", nullptr, int(m_scope.chosen.size())), int(Which::Chosen));
        m_which->addItem(tr("All that the list shows"), int(Which::Shown));
    }
    m_which->setCurrentIndex(m_which->count() > 1 ? 1 : 0);
    m_form->addRow(tr("&Which"), m_which);
    m_toColumn = new QVBoxLayout;
    m_toColumn->setSpacing(4);
    auto *more = new QPushButton(QIcon::fromTheme(QStringLiteral("list-add")), tr("Another &successor"));
    more->setAutoDefault(false);
    auto *to = new QVBoxLayout;
    to->addLayout(m_toColumn);
    to->addWidget(more, 0, Qt::AlignLeft);
    m_toLabel = new QLabel(tr("&To"));
    m_form->addRow(m_toLabel, to);
    m_share = new QComboBox;
    m_share->setObjectName(QStringLiteral("share"));
    m_share->addItem(tr("Evenly, one after the other"), int(TransferOrder::Share::Evenly));
    m_share->addItem(tr("By region, neighbours together"), int(TransferOrder::Share::ByRegion));
    m_share->addItem(tr("By department, colleagues together"), int(TransferOrder::Share::ByDepartment));
    m_form->addRow(tr("Shared &out"), m_share);
    m_form->addRow(tr("With what is open"), alongBoxes());
    m_reason = new QLineEdit;
    m_reason->setMaxLength(m_records.catalogue().at(OwnershipTransfer::entity).field(OwnershipTransfer::reason.id)->limit);
    m_form->addRow(tr("&Reason"), m_reason);
    column.addLayout(m_form);
    for (QComboBox *box : {m_which, m_share})
        connect(box, &QComboBox::currentIndexChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(more, &QPushButton::clicked, this, [this] {
        addSuccessorLine();
        m_to.last()->setFocus();
    });
}

QHBoxLayout *TransferDialog::alongBoxes()
{
    auto *along = new QHBoxLayout;
    for (const TransferKind &kind : transferKinds())
        if (kind.account != 0 && m_records.catalogue().entity(kind.entity) && m_records.may(model::Action::View, kind.entity)) {
            auto *box = new QCheckBox(entityPlural(m_records.catalogue().at(kind.entity)));
            box->setChecked(true);
            box->setProperty("entity", kind.entity);
            along->addWidget(box);
            m_along.append(box);
            connect(box, &QCheckBox::toggled, &m_pause, qOverload<>(&QTimer::start));
        }
    along->addStretch(1);
    return along;
}

void TransferDialog::buildPreview(QVBoxLayout &column)
{
    m_summary = new QTableWidget;
    m_summary->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_summary->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_summary->setSelectionMode(QAbstractItemView::SingleSelection);
    m_summary->setAccessibleName(tr("What changes hands, by kind"));
    m_summary->setTabKeyNavigation(false);
    m_summary->verticalHeader()->hide();
    m_items = new TransferItems(m_records, m_plan, this);
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("records"));
    m_table->setModel(m_items);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setAccessibleName(tr("The records; Enter opens one"));
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    for (QTableView *table : {static_cast<QTableView *>(m_summary), m_table})
        table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    column.addWidget(m_summary, 2);
    column.addWidget(m_table, 3);
    buildButtons(column);
    auto *open = new QAction(m_table);
    open->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    open->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(open);
    connect(open, &QAction::triggered, this, &TransferDialog::openCurrent);
    connect(m_table, &QTableView::doubleClicked, this, &TransferDialog::openCurrent);
    connect(m_summary, &QTableWidget::currentCellChanged, this, [this](int row) {
        if (const QTableWidgetItem *item = m_summary->item(row, 0)) {
            m_items->setKind(item->data(Qt::UserRole).toInt());
            m_table->setColumnHidden(TransferItems::Customer, m_items->kind() == 0);
            m_give->setEnabled(m_items->kind() == 0);
        }
    });
}

void TransferDialog::buildButtons(QVBoxLayout &column)
{
    m_hand = new QComboBox;
    m_hand->setObjectName(QStringLiteral("hand"));
    m_hand->setAccessibleName(tr("Successor of the selected customers"));
    m_give = new QPushButton(tr("&Give the selected ones to"));
    m_give->setAutoDefault(false);
    auto *hand = new QHBoxLayout;
    hand->addWidget(m_give);
    hand->addWidget(m_hand, 1);
    m_says = new QLabel;
    m_says->setWordWrap(true);
    m_progress = new QProgressBar;
    m_progress->hide();
    m_do = new QPushButton(tr("Hand over"));
    m_do->setDefault(true);
    m_cancel = new QPushButton(tr("Cancel"));
    m_cancel->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_progress, 1);
    buttons->addStretch(1);
    buttons->addWidget(m_do);
    buttons->addWidget(m_cancel);
    column.addLayout(hand);
    column.addWidget(m_says);
    column.addLayout(buttons);
    connect(m_give, &QPushButton::clicked, this, &TransferDialog::giveSelected);
    connect(m_do, &QPushButton::clicked, this, &TransferDialog::perform);
    connect(m_cancel, &QPushButton::clicked, this, &TransferDialog::reject);
}

void TransferDialog::addSuccessorLine()
{
    if (m_to.size() >= MostSuccessors)
        return;
    m_to.append(userLine(tr("Successor %1").arg(m_to.size() + 1)));
    m_toColumn->addWidget(m_to.last());
    m_toLabel->setBuddy(m_to.first());
}

void TransferDialog::setFrom(const Uuid &user)
{
    m_from->setId(user);
    m_pause.start();
}

void TransferDialog::addSuccessor(const Uuid &user)
{
    if (!m_to.last()->id().isNull())
        addSuccessorLine();
    m_to.last()->setId(user);
    m_pause.start();
}

void TransferDialog::setWhich(Which which) { m_which->setCurrentIndex(m_which->findData(int(which))); }

TransferOrder TransferDialog::order(QString &fault) const
{
    TransferOrder order;
    order.from = m_from->id();
    order.which = Which(m_which->currentData().toInt());
    order.chosen = m_scope.chosen;
    order.shown = m_scope.shown;
    order.share = TransferOrder::Share(m_share->currentData().toInt());
    order.reason = m_reason->text().trimmed();
    for (const QCheckBox *box : m_along)
        if (box->isChecked())
            order.along.insert(model::EntityId(box->property("entity").toUInt()));
    for (const LookupLine *line : m_to) {
        const Result<model::Record> user = m_records.load({User::entity, line->id()});
        if (line->isUnresolved())
            fault = tr("“%1” is nobody's name.").arg(line->text());
        else if (!line->id().isNull() && line->id() == order.from)
            fault = tr("Who hands over cannot be the successor.");
        else if (user.ok() && !user->isNull(User::active) && (*user)[User::active] == 0)
            fault = tr("%1 does not work here any more.").arg(m_records.title(user->ref()));
        else if (!line->id().isNull() && !order.to.contains(line->id()))
            order.to.append(line->id());
    }
    if (order.from.isNull())
        fault = tr("Choose from whom the customers come.");
    else if (order.to.isEmpty() && fault.isEmpty())
        fault = tr("Choose to whom they go.");
    return order;
}

RecordCommand transferCommand()
{
    RecordCommand command;
    command.icon = QStringLiteral("system-switch-user");
    command.text = [] { return TransferDialog::tr("Hand over customers…"); };
    command.keys = QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H);
    command.offered = [](const Records &records, model::EntityId entity) {
        return (entity == Account::entity || entity == User::entity) && records.may(model::Action::Create, OwnershipTransfer::entity)
               && records.may(model::Action::Edit, Account::entity)
               && (records.may(model::Action::Transfer, Account::entity) || records.may(model::Action::Assign, Account::entity));
    };
    command.run = [](QWidget *parent, ViewContext &context, const CommandScope &scope) {
        // Records it lists open behind it.
        auto *dialog = new TransferDialog(context, scope, parent);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->show();
    };
    return command;
}

} // namespace guanxi::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/transitiondialog.h"

#include "app/widgets/errortext.h"
#include "app/widgets/fieldeditor.h"
#include "app/widgets/fieldsections.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/tones.h"
#include "common/rules/wideguards.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace guanxi::app {

namespace {

constexpr int MostButtons = 3; ///< further steps go into a menu
constexpr int MostKeys = 9;    ///< Alt+1 and so on

} // namespace

TransitionDialog::TransitionDialog(Records &records, const model::Record &record, const model::Transition &transition,
                                   const QList<model::FieldId> &needed, QWidget *parent)
    : QDialog(parent), m_record(record), m_fault(new QLabel)
{
    const model::Entity &entity = record.entity();
    setWindowTitle(transitionLabel(entity, transition));
    auto *fields = new FieldSections(FieldSections::Use::Edit);
    fields->addSection({});
    for (const model::FieldId id : needed) {
        const model::Field *field = entity.field(id);
        if (!field)
            continue;
        FieldEditor *editor = FieldEditor::create(records, entity, *field, nullptr);
        editor->setTyped(record);
        editor->setValue(record.value(id));
        editor->setCurrency(FieldText(records).currency(record));
        fields->addField(fieldLabel(entity, *field), true, editor, true);
        m_editors.append(editor);
    }
    fields->finish();
    m_fault->setWordWrap(true);
    QPalette red = palette();
    red.setColor(QPalette::WindowText, errorColor(palette()));
    m_fault->setPalette(red);
    m_fault->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Ok)->setText(transitionLabel(entity, transition));
    auto *column = new QVBoxLayout(this);
    column->addWidget(new QLabel(tr("%1: this step needs").arg(FieldText(records).title(record))));
    column->addWidget(fields);
    column->addWidget(m_fault);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &TransitionDialog::validate);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(440, 0);
    if (!m_editors.isEmpty())
        m_editors.first()->setFocus();
}

model::Record TransitionDialog::filled() const
{
    model::Record record = m_record;
    for (const FieldEditor *editor : m_editors)
        record.setValue(editor->field().id, editor->value());
    return record;
}

void TransitionDialog::validate()
{
    for (FieldEditor *editor : m_editors) {
        std::optional<Error> fault = editor->fault();
        if (!fault && editor->value().isNull())
            fault = Error{ErrorCode::Required, {editor->field().name}};
        if (!fault)
            continue;
        m_fault->setText(errorText(*fault, &m_record.entity()));
        m_fault->show();
        editor->setFocus();
        return;
    }
    accept();
}

TransitionBar::TransitionBar(Records &records, QWidget *parent) : QWidget(parent), m_records(records), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(4);
}

QAction *TransitionBar::commandFor(const model::Transition &step) const
{
    const auto found = std::find_if(m_commands.begin(), m_commands.end(), [&](const QAction *command) { return command->data().toInt() == step.id; });
    return found == m_commands.end() ? nullptr : *found;
}

QList<const model::Transition *> TransitionBar::steps() const
{
    if (!m_record.isValid())
        return {};
    const model::StateMachine &machine = m_record.entity().machine;
    QList<const model::Transition *> steps = m_records.transitions(m_record);
    if (!m_record.isDeleted() && !machine.isEmpty())
        for (const model::Transition *step : machine.leaving(int(m_record.value(machine.field).number())))
            if (step->byCommand && commandFor(*step) && m_records.may(step->approves ? model::Action::Approve : model::Action::Edit, m_record))
                steps.append(step);
    std::ranges::sort(steps, {}, &model::Transition::id);
    return steps;
}

void TransitionBar::setRecord(const model::Record &record)
{
    m_record = record;
    m_steps.clear();
    while (QLayoutItem *item = m_row->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    QMenu *menu = nullptr;
    for (const model::Transition *step : steps()) {
        const bool isButton = m_row->count() < MostButtons;
        if (!isButton && !menu) {
            auto *more = new QPushButton(tr("More steps"));
            menu = new QMenu(more);
            menu->setToolTipsVisible(true);
            more->setMenu(menu);
            m_row->addWidget(more);
        }
        QAction *action = isButton ? nullptr : menu->addAction(QString());
        QPushButton *button = isButton ? new QPushButton : nullptr;
        const auto run = [this, id = step->id] { make(id); };
        if (action)
            connect(action, &QAction::triggered, this, run);
        if (button) {
            connect(button, &QPushButton::clicked, this, run);
            m_row->addWidget(button);
        }
        m_steps.append({step->id, button, action});
    }
    review();
    setVisible(m_row->count() > 0);
}

void TransitionBar::review()
{
    for (qsizetype place = 0; place < m_steps.size(); ++place) {
        const auto &[id, button, action] = m_steps[place];
        const model::Transition &step = *m_record.entity().machine.transition(id);
        const QString label = transitionLabel(m_record.entity(), step);
        const bool isWide = std::any_of(step.guards.begin(), step.guards.end(), rules::isWideGuard);
        const Result<void> possible = isWide ? Result<void>() : m_records.checkStep(m_record, id);
        const QString keys = QKeySequence(Qt::ALT | Qt::Key(Qt::Key_1 + place)).toString(QKeySequence::NativeText);
        const QString reason = possible ? QString() : errorText(possible.error(), &m_record.entity());
        const QString tip = place >= MostKeys ? reason : reason.isEmpty() ? tr("%1 (%2)").arg(label, keys) : tr("%1\n(%2)").arg(reason, keys);
        const QIcon icon = possible ? QIcon() : QIcon::fromTheme(QStringLiteral("object-locked"));
        if (button) {
            button->setText(label);
            button->setToolTip(tip);
            button->setIcon(icon);
            button->setAccessibleDescription(reason);
        } else {
            action->setText(label);
            action->setToolTip(tip);
            action->setIcon(icon);
        }
    }
}

bool TransitionBar::take(int place)
{
    if (place < 0 || place >= m_steps.size())
        return false;
    make(m_steps[place].id);
    return true;
}

void TransitionBar::make(int id)
{
    // What is refused anyway asks for nothing first.
    if (const Result<void> possible = m_records.checkStep(m_record, id); !possible)
        return Q_EMIT failed(possible.error());
    const model::Transition *transition = m_record.entity().machine.transition(id);
    if (QAction *command = transition && transition->byCommand ? commandFor(*transition) : nullptr)
        return command->trigger();
    const std::optional<MadeStep> step = makeStep(m_records, m_record, id, this);
    if (!step)
        return;
    if (step->result.ok())
        Q_EMIT made(*step->result, step->text);
    else
        Q_EMIT failed(step->result.error());
}

std::optional<model::Record> filledFor(Records &records, const model::Record &record, const model::Transition &transition,
                                       const QList<model::FieldId> &needed, QWidget *parent)
{
    if (needed.isEmpty())
        return record;
    TransitionDialog dialog(records, record, transition, needed, parent);
    return dialog.exec() == QDialog::Accepted ? std::optional(dialog.filled()) : std::nullopt;
}

QString madeText(Records &records, const model::Record &record, const model::Transition &transition)
{
    const model::Entity &entity = record.entity();
    const QString title = FieldText(records).title(record);
    const model::State *state = entity.machine.state(transition.to);
    if (!state || record.value(entity.machine.field).number() == transition.to)
        return TransitionBar::tr("%1: %2").arg(title, transitionLabel(entity, transition));
    return TransitionBar::tr("%1 is now “%2”").arg(title, stateLabel(entity, *state));
}

std::optional<MadeStep> makeStep(Records &records, const model::Record &record, int id, QWidget *parent)
{
    const model::Transition *transition = record.entity().machine.transition(id);
    if (!transition)
        return std::nullopt;
    // A step that leads nowhere else is about what it asks for: another assignee.
    const bool stays = transition->to == record.value(record.entity().machine.field).number();
    const bool asks = std::any_of(transition->required.begin(), transition->required.end(),
                                  [&](model::FieldId field) { return stays || record.value(field).isNull(); });
    const std::optional<model::Record> filled = filledFor(records, record, *transition, asks ? transition->required : QList<model::FieldId>(), parent);
    if (!filled)
        return std::nullopt;
    return MadeStep{records.transition(*filled, id), madeText(records, record, *transition)};
}

} // namespace guanxi::app

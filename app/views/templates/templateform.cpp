// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/views/templates/templateform.h"

#include "app/views/templates/conditionsedit.h"
#include "app/views/templates/textsedit.h"
#include "app/widgets/fieldeditor.h"
#include "app/widgets/tones.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QSignalBlocker>

namespace guanxi::app {

using namespace Qt::StringLiterals;
using Type = TemplateProperty::Type;

namespace {

constexpr double DefaultMargins[] = {18, 14, 18, 12};

TextsEdit::Form formOf(Type type)
{
    switch (type) {
    case Type::Lines: return TextsEdit::Form::Lines;
    case Type::Passage: return TextsEdit::Form::Passage;
    case Type::Address: return TextsEdit::Form::Single;
    default: return TextsEdit::Form::Line;
    }
}

} // namespace

TemplateForm::TemplateForm(Records &records, TemplateDraft &draft, QWidget *parent) : QScrollArea(parent), m_records(records), m_draft(draft)
{
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&draft, &TemplateDraft::changed, this, [this](bool shape) {
        if (!shape)
            reload();
    });
}

void TemplateForm::show(const TemplatePlace &place)
{
    m_place = place;
    m_loads.clear();
    m_editors.clear();
    auto *page = new QWidget;
    m_form = new QFormLayout(page);
    m_form->setContentsMargins(12, 12, 12, 12);
    m_form->setSpacing(8);
    m_form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    for (const TemplateProperty &property : propertiesOf(m_draft.kind(place)))
        addRow(property);
    // The page before may be what was just typed into.
    if (QWidget *before = takeWidget())
        before->deleteLater();
    setWidget(page);
    page->show();
    reload();
}

void TemplateForm::addRow(const TemplateProperty &property)
{
    QWidget *editor = makeEditor(property, m_place + property.key);
    editor->setObjectName(property.key.join(u'/'));
    m_editors.insert(editor->objectName(), editor);
    guardWheel(editor);
    if (property.type == Type::Flag) {
        m_form->addRow(editor);
    } else {
        auto *label = new QLabel(property.label);
        label->setBuddy(editor);
        m_form->addRow(label, editor);
    }
    if (property.hint.isEmpty())
        return;
    auto *hint = new QLabel(property.hint);
    hint->setWordWrap(true);
    QPalette quiet = hint->palette();
    quiet.setColor(QPalette::WindowText, quietText(palette()));
    hint->setPalette(quiet);
    m_form->addRow(hint);
}

QWidget *TemplateForm::makeEditor(const TemplateProperty &property, const TemplatePlace &place)
{
    switch (property.type) {
    case Type::Line:
    case Type::Lines:
    case Type::Passage:
    case Type::Address:
        return makeTexts(property, place);
    case Type::Number:
        return makeNumber(property, place);
    case Type::Flag:
        return makeFlag(property, place);
    case Type::Condition:
        return makeConditions(property, place);
    case Type::Margins:
        return makeMargins(property, place);
    default:
        return makeChoice(property, place);
    }
}

QWidget *TemplateForm::makeTexts(const TemplateProperty &property, const TemplatePlace &place)
{
    FieldScope fields = scope(property.ofLine);
    fields.isOnPaper = property.key.first().startsWith("foot"_L1) || property.key.first() == "runningHead"_L1;
    auto *edit = new TextsEdit(m_records, fields, formOf(property.type));
    edit->setLabel(property.label);
    if (property.key.first() == "name"_L1)
        edit->setPlain();
    connect(edit, &TextsEdit::edited, this, [this, edit, place] { m_draft.set(place, edit->value()); });
    m_loads.append([this, edit, place] { edit->setValue(m_draft.value(place)); });
    return edit;
}

QWidget *TemplateForm::makeNumber(const TemplateProperty &property, const TemplatePlace &place)
{
    auto *box = new QDoubleSpinBox;
    box->setRange(property.least, property.most);
    box->setDecimals(1);
    box->setSingleStep(property.most > 30 ? 1 : 0.5);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setSuffix(property.unit);
    box->setAccessibleName(property.label);
    connect(box, &QDoubleSpinBox::valueChanged, this, [this, place](double value) { m_draft.set(place, value); });
    m_loads.append([this, box, place, otherwise = property.otherwise] {
        const QSignalBlocker quiet(box);
        box->setValue(m_draft.value(place).toDouble(otherwise));
    });
    return box;
}

QWidget *TemplateForm::makeFlag(const TemplateProperty &property, const TemplatePlace &place)
{
    auto *box = new QCheckBox(property.label);
    connect(box, &QCheckBox::clicked, this, [this, place](bool on) { m_draft.set(place, on ? QJsonValue(true) : QJsonValue(QJsonValue::Undefined)); });
    m_loads.append([this, box, place] { box->setChecked(m_draft.value(place).toBool()); });
    return box;
}

QWidget *TemplateForm::makeConditions(const TemplateProperty &property, const TemplatePlace &place)
{
    auto *edit = new ConditionsEdit(m_records, scope(property.ofLine));
    edit->setLabel(property.label);
    connect(edit, &ConditionsEdit::edited, this, [this, edit, place] { m_draft.set(place, edit->value()); });
    m_loads.append([this, edit, place] { edit->setValue(m_draft.value(place)); });
    return edit;
}

QWidget *TemplateForm::makeMargins(const TemplateProperty &property, const TemplatePlace &place)
{
    auto *all = new QWidget;
    auto *grid = new QGridLayout(all);
    grid->setContentsMargins(0, 0, 0, 0);
    const QString names[] = {tr("left"), tr("top"), tr("right"), tr("bottom")};
    QList<QDoubleSpinBox *> boxes;
    for (int at = 0; at < 4; ++at) {
        auto *box = new QDoubleSpinBox;
        box->setRange(4, 80);
        box->setDecimals(1);
        box->setButtonSymbols(QAbstractSpinBox::NoButtons);
        box->setAccessibleName(tr("%1, %2").arg(property.label, names[at]));
        grid->addWidget(new QLabel(names[at]), at / 2, at % 2 * 2);
        grid->addWidget(box, at / 2, at % 2 * 2 + 1);
        boxes.append(box);
    }
    for (QDoubleSpinBox *box : std::as_const(boxes)) {
        guardWheel(box);
        connect(box, &QDoubleSpinBox::valueChanged, this, [this, boxes, place] {
            QJsonArray margins;
            for (const QDoubleSpinBox *each : boxes)
                margins.append(each->value());
            m_draft.set(place, margins);
        });
    }
    all->setFocusProxy(boxes.first());
    m_loads.append([this, boxes, place] {
        for (qsizetype at = 0; at < boxes.size(); ++at) {
            const QSignalBlocker quiet(boxes[at]);
            boxes[at]->setValue(m_draft.value(place).toArray().at(at).toDouble(DefaultMargins[at]));
        }
    });
    return all;
}

QWidget *TemplateForm::makeChoice(const TemplateProperty &property, const TemplatePlace &place)
{
    auto *box = new QComboBox;
    box->setAccessibleName(property.label);
    box->setMinimumContentsLength(12);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(box, &QComboBox::currentIndexChanged, this, [this, box, property, place] { choose(property, place, box->currentData().toString()); });
    m_loads.append([this, box, property, place] {
        const QSignalBlocker quiet(box);
        const auto options = optionsOf(property);
        box->clear();
        for (const auto &[code, label] : options)
            box->addItem(label, code);
        const QString now = chosen(property, place);
        if (box->findData(now) < 0 && !now.isEmpty())
            box->addItem(now, now); // what is not there any more is told beneath
        box->setCurrentIndex(qMax(0, box->findData(now)));
    });
    return box;
}

void TemplateForm::reload()
{
    for (const auto &load : std::as_const(m_loads))
        load();
}

} // namespace guanxi::app

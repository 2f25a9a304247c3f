// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/fieldeditor.h"

#include "app/widgets/choiceeditors.h"
#include "app/widgets/conditioneditor.h"
#include "app/widgets/dateeditors.h"
#include "app/widgets/fieldnameseditor.h"
#include "app/widgets/fieldtext.h"
#include "app/widgets/labelseditor.h"
#include "app/widgets/lookupeditors.h"
#include "app/widgets/pictureeditor.h"
#include "app/widgets/starsedit.h"
#include "app/widgets/tagsedit.h"
#include "app/widgets/texteditors.h"
#include "app/widgets/tones.h"
#include "common/rules/segments.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

namespace guanxi::app {

using model::FieldType;

namespace {

/// Passes the wheel on to the scroll area behind, unless the widget has the focus.
class WheelGuard : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Wheel || static_cast<QWidget *>(watched)->hasFocus())
            return false;
        event->ignore();
        return true;
    }
};

/// A red line around the editor, whatever kind it is.
class FaultFrame : public QWidget
{
public:
    explicit FaultFrame(QWidget *parent) : QWidget(parent) { setAttribute(Qt::WA_TransparentForMouseEvents); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(errorColor(palette()), 1.5));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75), 3, 3);
    }
};

} // namespace

void guardWheel(QWidget *widget)
{
    widget->setFocusPolicy(Qt::StrongFocus);
    widget->installEventFilter(new WheelGuard(widget));
}

FieldEditor::FieldEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent)
    : QWidget(parent), m_records(records), m_entity(entity), m_field(field)
{
    connect(qApp, &QApplication::focusChanged, this, &FieldEditor::onFocusChanged);
}

// A widget that goes gives up the focus, and the application says so when this is no editor any more.
FieldEditor::~FieldEditor() { disconnect(qApp, nullptr, this, nullptr); }

void FieldEditor::setMainWidget(QWidget *main)
{
    m_main = main;
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(main);
    setFocusProxy(main);
    const QString label = fieldLabel(m_entity, m_field);
    setAccessibleName(label);
    main->setAccessibleName(label);
}

void FieldEditor::setFaulty(bool faulty)
{
    if (!m_frame && faulty)
        m_frame = new FaultFrame(this);
    if (!m_frame)
        return;
    m_frame->setVisible(faulty);
    m_frame->setGeometry(rect());
    m_frame->raise();
}

void FieldEditor::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (m_frame)
        m_frame->setGeometry(rect());
}

bool FieldEditor::holds(const QWidget *widget) const
{
    for (; widget; widget = widget->parentWidget())
        if (widget == this)
            return true;
    return false;
}

void FieldEditor::onFocusChanged(QWidget *old, QWidget *now)
{
    if (old && now && holds(old) && !holds(now))
        Q_EMIT left();
}

FieldEditor *FieldEditor::create(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent)
{
    if (field.isCondition() || rules::holdsFilter(entity, field))
        return new ConditionEditor(records, entity, field, parent);
    if (field.fieldsOf != 0)
        return new FieldNamesEditor(records, entity, field, parent);
    if (LabelsEditor::fits(entity, field))
        return new LabelsEditor(records, entity, field, parent);
    if (ChildEditor::fits(records, entity, field))
        return new ChildEditor(records, entity, field, parent);
    switch (field.type) {
    case FieldType::LongText:
    case FieldType::Json:
        return new LongTextEditor(records, entity, field, parent);
    case FieldType::Phone:
        return new PhoneEditor(records, entity, field, parent);
    case FieldType::Int:
    case FieldType::Decimal:
    case FieldType::Percent:
    case FieldType::Money:
        return new NumberEditor(records, entity, field, parent);
    case FieldType::Bool:
        return new BoolEditor(records, entity, field, parent);
    case FieldType::Date:
        return new DateEditor(records, entity, field, parent);
    case FieldType::DateTime:
        return new DateTimeEditor(records, entity, field, parent);
    case FieldType::Tags:
        return new TagsEditor(records, entity, field, parent);
    case FieldType::Dictionary:
        if (isStarred(field))
            return new StarsEditor(records, entity, field, parent);
        return new DictionaryEditor(records, entity, field, parent);
    case FieldType::Choice:
    case FieldType::State:
        return new ChoiceEditor(records, entity, field, parent);
    case FieldType::Reference:
        return new ReferenceEditor(records, entity, field, parent);
    case FieldType::AnyReference:
        return new AnyReferenceEditor(records, entity, field, parent);
    case FieldType::References:
        return new ReferencesEditor(records, entity, field, parent);
    case FieldType::BlobRef:
        if (isPicture(field))
            return new PictureEditor(records, entity, field, parent);
        [[fallthrough]];
    case FieldType::Picture:
        return new FileShower(records, entity, field, parent);
    default:
        return new TextEditor(records, entity, field, parent);
    }
}

} // namespace guanxi::app

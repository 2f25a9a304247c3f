// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/dateeditors.h"

#include "app/widgets/fieldtext.h"

#include <QAction>
#include <QCalendarWidget>
#include <QDateTime>
#include <QHBoxLayout>
#include <QIcon>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace guanxi::app {

using model::Value;

namespace {

qint64 today() { return dayOf(QDate::currentDate()); }

QString exampleDate() { return dateText(today()); }

} // namespace

DateLine::DateLine(QWidget *parent) : QLineEdit(parent)
{
    setPlaceholderText(exampleDate());
    QAction *open = addAction(QIcon::fromTheme(QStringLiteral("view-calendar")), QLineEdit::TrailingPosition);
    open->setText(tr("Open the calendar"));
    open->setToolTip(tr("Open the calendar (Alt+Down)"));
    connect(open, &QAction::triggered, this, &DateLine::openCalendar);
}

std::optional<qint64> DateLine::day() const
{
    return text().trimmed().isEmpty() ? std::nullopt : parseDate(text(), today());
}

void DateLine::setDay(std::optional<qint64> day) { setText(day ? dateText(*day) : QString()); }

bool DateLine::isFaulty() const { return !text().trimmed().isEmpty() && !day(); }

void DateLine::openCalendar()
{
    if (!m_popup) {
        m_popup = new QWidget(this, Qt::Popup);
        m_calendar = new QCalendarWidget;
        m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
        m_calendar->setGridVisible(false);
        auto *column = new QVBoxLayout(m_popup);
        column->setContentsMargins(4, 4, 4, 4);
        column->addWidget(m_calendar);
        auto *buttons = new QHBoxLayout;
        auto *now = new QPushButton(tr("Today"));
        auto *clear = new QPushButton(tr("Clear"));
        buttons->addWidget(now);
        buttons->addWidget(clear);
        column->addLayout(buttons);
        connect(m_calendar, &QCalendarWidget::activated, this, &DateLine::take);
        connect(m_calendar, &QCalendarWidget::clicked, this, &DateLine::take);
        connect(now, &QPushButton::clicked, this, [this] { take(QDate::currentDate()); });
        connect(clear, &QPushButton::clicked, this, [this] { take(QDate()); });
    }
    m_calendar->setLocale(QLocale());
    m_calendar->setSelectedDate(day() ? dateOf(*day()) : QDate::currentDate());
    m_popup->adjustSize();
    m_popup->move(mapToGlobal(QPoint(0, height())));
    m_popup->show();
    m_calendar->setFocus();
}

void DateLine::take(const QDate &date)
{
    m_popup->hide();
    setDay(date.isValid() ? std::optional(dayOf(date)) : std::nullopt);
    setFocus();
    Q_EMIT picked();
}

void DateLine::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && event->modifiers().testFlag(Qt::AltModifier)) {
        openCalendar();
        return;
    }
    const int step = event->key() == Qt::Key_Up ? 1 : event->key() == Qt::Key_Down ? -1 : 0;
    if (step != 0 && event->modifiers() == Qt::NoModifier) {
        setDay(day().value_or(today() - step) + step);
        Q_EMIT picked();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void DateLine::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (day())
        setDay(day());
}

DateEditor::DateEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent)
    : FieldEditor(records, entity, field, parent), m_line(new DateLine)
{
    connect(m_line, &QLineEdit::textEdited, this, &FieldEditor::edited);
    connect(m_line, &DateLine::picked, this, &FieldEditor::edited);
    setMainWidget(m_line);
}

Value DateEditor::value() const
{
    const std::optional<qint64> day = m_line->day();
    return day ? Value(*day) : Value();
}

void DateEditor::setValue(const Value &value)
{
    m_line->setDay(value.isNull() ? std::nullopt : std::optional(value.number()));
}

std::optional<Error> DateEditor::fault() const
{
    if (!m_line->isFaulty())
        return std::nullopt;
    return Error{ErrorCode::BadValue, {field().name, m_line->text().trimmed()}};
}

DateTimeEditor::DateTimeEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent)
    : FieldEditor(records, entity, field, parent), m_date(new DateLine), m_time(new QLineEdit)
{
    m_time->setPlaceholderText(QStringLiteral("09:00"));
    m_time->setFixedWidth(m_time->fontMetrics().horizontalAdvance(QStringLiteral("00:000")) + 24);
    const QString label = fieldLabel(entity, field);
    setAccessibleName(label);
    m_date->setAccessibleName(tr("%1: date").arg(label));
    m_time->setAccessibleName(tr("%1: time").arg(label));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_date, 1);
    row->addWidget(m_time);
    setFocusProxy(m_date);
    connect(m_date, &QLineEdit::textEdited, this, &FieldEditor::edited);
    connect(m_date, &DateLine::picked, this, &FieldEditor::edited);
    connect(m_time, &QLineEdit::textEdited, this, &FieldEditor::edited);
}

std::optional<QTime> DateTimeEditor::time() const
{
    QString text = m_time->text().normalized(QString::NormalizationForm_KC).trimmed();
    if (text.isEmpty())
        return QTime(9, 0);
    text.replace(u'.', u':');
    for (const char *format : {"H:m", "HHmm", "H"})
        if (const QTime time = QTime::fromString(text, QString::fromLatin1(format)); time.isValid())
            return time;
    return std::nullopt;
}

Value DateTimeEditor::value() const
{
    const std::optional<qint64> day = m_date->day();
    const std::optional<QTime> clock = time();
    if (!day || !clock)
        return {};
    const qint64 typed = QDateTime(dateOf(*day), *clock).toMSecsSinceEpoch();
    return !m_given.isNull() && m_given.number() / 60000 == typed / 60000 ? m_given : Value(typed);
}

void DateTimeEditor::setValue(const Value &value)
{
    m_given = value;
    if (value.isNull()) {
        m_date->setDay(std::nullopt);
        m_time->clear();
        return;
    }
    m_date->setDay(dayOf(QDateTime::fromMSecsSinceEpoch(value.number()).date()));
    m_time->setText(timeText(value.number()));
}

std::optional<Error> DateTimeEditor::fault() const
{
    if (m_date->isFaulty())
        return Error{ErrorCode::BadValue, {field().name, m_date->text().trimmed()}};
    if (!time())
        return Error{ErrorCode::BadValue, {field().name, m_time->text().trimmed()}};
    return std::nullopt;
}

} // namespace guanxi::app

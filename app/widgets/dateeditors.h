// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/fieldeditor.h"

#include <QLineEdit>

class QCalendarWidget;

namespace guanxi::app {

/// A line that reads dates as people type them (2026-3-31, 20260331, 3-31, today) with a calendar (Alt+Down) that can
/// be walked by keyboard.
class DateLine : public QLineEdit
{
    Q_OBJECT

public:
    explicit DateLine(QWidget *parent = nullptr);

    std::optional<qint64> day() const;
    void setDay(std::optional<qint64> day);
    bool isFaulty() const;
    void openCalendar();

Q_SIGNALS:
    void picked();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void take(const QDate &date);

    QWidget *m_popup = nullptr;
    QCalendarWidget *m_calendar = nullptr;
};

class DateEditor : public FieldEditor
{
    Q_OBJECT

public:
    DateEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent);
    model::Value value() const override;
    void setValue(const model::Value &value) override;
    std::optional<Error> fault() const override;

private:
    DateLine *m_line;
};

/// Date and time of day in the zone of this computer.
class DateTimeEditor : public FieldEditor
{
    Q_OBJECT

public:
    DateTimeEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent);
    model::Value value() const override;
    void setValue(const model::Value &value) override;
    std::optional<Error> fault() const override;

private:
    std::optional<QTime> time() const;

    DateLine *m_date;
    QLineEdit *m_time;
    model::Value m_given; ///< kept while its text is not changed, seconds included
};

} // namespace guanxi::app

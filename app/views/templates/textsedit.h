// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/templates/fieldmenu.h"

#include <QJsonValue>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace guanxi::app {

/// A text of a template in Chinese and English, with a menu of the fields that can stand in it (Ctrl+I).
class TextsEdit : public QWidget
{
    Q_OBJECT

public:
    enum class Form : quint8 {
        Line,    ///< one line
        Lines,   ///< several, stored one by one
        Passage, ///< several, stored as one text
        Single   ///< one line, the same in every language
    };
    TextsEdit(const Records &records, const FieldScope &scope, Form form, QWidget *parent = nullptr);

    QJsonValue value() const;
    /// Does not emit edited().
    void setValue(const QJsonValue &value);
    void setLabel(const QString &label);
    /// Fields are not filled in it: none are offered.
    void setPlain();
    QPlainTextEdit &box(const QString &language) const { return language == QStringLiteral("zh") ? *m_chinese : *m_english; }
    /// Where the cursor was last.
    void insertField(const QString &path);

Q_SIGNALS:
    void edited();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPlainTextEdit *makeBox();
    void tellField();
    QJsonValue line(const QString &chinese, const QString &english) const;

    const Records &m_records;
    FieldScope m_scope;
    Form m_form;
    QPlainTextEdit *m_chinese;
    QPlainTextEdit *m_english;
    QPlainTextEdit *m_last;
    QToolButton *m_insert;
    QLabel *m_told; ///< what the field at the cursor is called
};

} // namespace guanxi::app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/fieldeditor.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace guanxi::app {

/// One line of text, also for e-mail and web addresses.
class TextEditor : public FieldEditor
{
    Q_OBJECT

public:
    TextEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent);
    model::Value value() const override;
    void setValue(const model::Value &value) override;

private:
    QLineEdit *m_line;
};

/// Several lines; Tab leaves it, Ctrl+Tab writes a tabulator.
class LongTextEditor : public FieldEditor
{
    Q_OBJECT

public:
    LongTextEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent);
    model::Value value() const override;
    void setValue(const model::Value &value) override;
    bool isWide() const override { return true; }

private:
    QPlainTextEdit *m_text;
};

/// A number with its country. Domestic numbers are kept as typed, others as "+49 30 123456".
class PhoneEditor : public FieldEditor
{
    Q_OBJECT

public:
    PhoneEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent);
    model::Value value() const override;
    void setValue(const model::Value &value) override;

private:
    QComboBox *m_country;
    QLineEdit *m_line;
};

/// Whole numbers, decimals, percentages and amounts, grouped by locale once they are left.
class NumberEditor : public FieldEditor
{
    Q_OBJECT

public:
    NumberEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent);
    model::Value value() const override;
    void setValue(const model::Value &value) override;
    std::optional<Error> fault() const override;
    void setCurrency(const QString &code) override;

private:
    QString textOf(const model::Value &value) const;

    QLineEdit *m_line;
    QLabel *m_unit;
};

/// A file's presence; files are attached elsewhere.
class FileShower : public FieldEditor
{
    Q_OBJECT

public:
    FileShower(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent);
    model::Value value() const override { return m_value; }
    void setValue(const model::Value &value) override;

private:
    QLabel *m_label;
    model::Value m_value;
};

} // namespace guanxi::app

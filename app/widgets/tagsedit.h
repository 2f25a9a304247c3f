// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/fieldeditor.h"

class QLineEdit;

namespace guanxi::app {

/// Words as removable chips with a line to type further ones. Backspace in the empty line takes the last one back.
class ChipBox : public QWidget
{
    Q_OBJECT

public:
    /// `line` is where the next chip is typed; the box takes ownership.
    explicit ChipBox(QLineEdit *line, QWidget *parent = nullptr);

    QStringList words() const { return m_words; }
    void setWords(const QStringList &words);
    bool hasHeightForWidth() const override { return true; }

Q_SIGNALS:
    void removed(int index);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QStringList m_words;
    QLineEdit *m_line;
};

class TagsEditor : public FieldEditor
{
    Q_OBJECT

public:
    TagsEditor(Records &records, const model::Entity &entity, const model::Field &field, QWidget *parent);
    model::Value value() const override;
    void setValue(const model::Value &value) override;

private:
    void take();

    QLineEdit *m_line;
    ChipBox *m_box;
};

} // namespace guanxi::app

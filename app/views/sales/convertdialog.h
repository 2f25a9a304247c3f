// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/views/sales/conversion.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace guanxi::app {

class FieldEditor;
class ViewContext;

/// Makes a customer, a contact and an opportunity of a lead, or the customer of an opportunity that is won, after a look for customers
/// who are there already; all of it is one action that can be undone.
class ConvertDialog : public QDialog
{
    Q_OBJECT

public:
    ConvertDialog(ViewContext &context, Conversion conversion, QWidget *parent = nullptr);

    /// Customers that may be the same stand in the list after the new one.
    QComboBox &customers() const { return *m_customers; }
    void accept() override;

private:
    /// The part of one record: what is to be filled in before it can be made.
    struct Part {
        model::Record *record = nullptr;
        QWidget *fields = nullptr;
        QList<FieldEditor *> editors{};
    };

    QWidget *fieldsOf(model::Record &record, const QList<model::FieldId> &fields);
    void addPart(QVBoxLayout &column, QCheckBox *wanted, bool *with, model::Record &record, const QList<model::FieldId> &fields);
    /// The parts stand below each other as one form.
    void alignLabels();
    void say(const QString &text);
    void findAlike();
    void chooseCustomer();
    bool takeTyped();
    QString faultOf(const model::Record &record) const;
    QString name() const;

    ViewContext &m_context;
    Records &m_records;
    Conversion m_conversion;
    QComboBox *m_customers;
    QLabel *m_says;
    QList<QLabel *> m_labels;
    QPushButton *m_convert;
    QList<Part> m_parts;
};

} // namespace guanxi::app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/reports/companytemplates.h"
#include "app/reports/documentprintout.h"
#include "app/reports/paper/flow.h"
#include "tests/app/support/fakerecords.h"

#include <QTemporaryDir>

namespace guanxi::tests {

/// A company that sells pumps to one customer, with a document of each kind that is printed.
class PaperCompany
{
public:
    PaperCompany();

    model::Record product(int number, const QString &name);
    model::Record addQuote(const QString &number, int lines, qint64 price = 1'234'500);
    model::Record addOrder(const QString &number, int lines);
    model::Record addContract();
    model::Record addSlip(const model::Record &order);
    /// An instalment of an order, so many days ago.
    void addInstalment(const model::Record &order, int daysAgo, qint64 amount, qint64 settled);
    void addLine(const model::Record &quote, int position, const QString &description, qint64 quantity, qint64 price);

    app::PaperTemplate form(const QString &id) const;
    /// All pages, divided.
    std::shared_ptr<app::Pages> pages(const model::Record &record, const QString &form, const QString &language);
    std::shared_ptr<app::Pages> pages(const model::Record &record, const app::PaperTemplate &form, const QString &language, bool *missing = nullptr);
    /// The file that a print of them makes.
    QString pdf(std::shared_ptr<app::Pages> pages);

    model::Catalogue catalogue;
    std::unique_ptr<FakeRecords> records;
    model::Record company, customer, person, seller, pump;
    QTemporaryDir folder;
    QList<model::Record> products;
};

/// What a PDF holds, as a reader of such files sees it.
struct ReadPdf {
    explicit ReadPdf(const QString &path);
    int pages() const { return int(texts.size()); }
    QString all() const { return texts.join(u'\n'); }

    QStringList texts; ///< of each page, without blanks
    QStringList fonts;
    QList<bool> embedded;
};

} // namespace guanxi::tests

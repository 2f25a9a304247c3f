// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/model/catalogue/customers.h"
#include "tests/app/support/notingcontext.h"

namespace guanxi::tests {

/// A company of ten customers, some of which came from a careless hand.
struct UntidyCompany {
    UntidyCompany()
    {
        const auto put = [this](qsizetype at, model::FieldId field, const model::Value &value) {
            model::Record &account = company.accounts[at];
            account.setValue(field, value);
            company.records->arrive(account);
        };
        for (qsizetype at = 0; at < company.accounts.size(); ++at) {
            put(at, model::Account::phone.id, QStringLiteral("021-6275%1").arg(1000 + at));
            put(at, model::Account::website.id, QStringLiteral("https://www.example.cn"));
        }
        put(1, model::Account::phone.id, QStringLiteral("62751234"));
        put(2, model::Account::phone.id, QString::fromUtf8("电话：(021)62751235"));
        put(3, model::Account::phone.id, QStringLiteral("021 62751236"));
        put(3, model::Account::name.id, QString::fromUtf8("ＡＢＢ(中国)"));
        for (const model::FieldId field : {model::Account::phone.id, model::Account::mobile.id, model::Account::email.id})
            put(4, field, {});
        put(5, model::Account::region.id, {});
    }
    Uuid account(qsizetype at) const { return company.accounts[at].id(); }

    SampleCompany company{10};
    NotingContext context{*company.records, company.drafts};
};

} // namespace guanxi::tests

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/support/fakerecords.h"

namespace guanxi::tests {

/// A handful of believable Chinese customers with contacts, interactions and activities, over the real catalogue.
class SampleCompany
{
public:
    explicit SampleCompany(int accounts = 60);

    model::Catalogue catalogue;
    std::unique_ptr<FakeRecords> records;
    FakeDrafts drafts;
    QList<model::Record> accounts;

private:
    void addPeople();
    void addAccount(int number);
};

} // namespace guanxi::tests

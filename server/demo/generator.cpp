// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/demo/generator.h"

#include "server/demo/subjects.h"

namespace guanxi::demo {

Result<std::vector<Employee>> generate(const model::Catalogue &catalogue, RecordSink &sink, const Options &options,
                                       const std::function<void(const char *subject)> &progress)
{
    struct Subject {
        const char *name;
        void (*make)(World &);
    };
    static constexpr Subject subjects[] = {{"organisation", makeOrganisation},
                                           {"products", makeProducts},
                                           {"knowledge", makeKnowledge},
                                           {"customers", makeCustomers},
                                           {"customer care", makeCustomerCare},
                                           {"marketing", makeMarketing},
                                           {"opportunities", makeOpportunities},
                                           {"sales", makeSales},
                                           {"targets", makeTargets},
                                           {"stock", makeStock},
                                           {"service", makeService},
                                           {"work", makeWork},
                                           {"platform", makePlatform}};
    World world(catalogue, sink, options);
    for (const Subject &subject : subjects) {
        if (progress)
            progress(subject.name);
        subject.make(world);
        GUANXI_TRY(world.settle());
    }
    return world.employees;
}

} // namespace guanxi::demo

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/data/turns.h"

#include <catch2/catch_test_macros.hpp>

#include <atomic>
#include <thread>
#include <vector>

using namespace guanxi::app;

TEST_CASE("only one thread at a time has the turn", "[threads]")
{
    Turns turns;
    int inside = 0; // guarded by the turns alone: the thread sanitizer looks on
    std::atomic<bool> overlapped = false;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&, who = i % 2 == 0 ? Turns::Who::Urgent : Turns::Who::Patient] {
            for (int round = 0; round < 2000; ++round) {
                const Turn turn(turns, who);
                if (++inside != 1)
                    overlapped = true;
                --inside;
            }
        });
    for (std::thread &thread : threads)
        thread.join();
    CHECK_FALSE(overlapped);
    CHECK(inside == 0);
}

TEST_CASE("a thread may take a turn inside its own", "[threads]")
{
    Turns turns;
    std::atomic<bool> taken = false;
    std::thread other;
    {
        const Turn outer(turns, Turns::Who::Patient);
        {
            const Turn inner(turns, Turns::Who::Urgent);
        }
        other = std::thread([&] {
            const Turn turn(turns, Turns::Who::Urgent);
            taken = true;
        });
        // Whenever the other thread gets to it, the outer turn still stands.
        const Turn again(turns, Turns::Who::Patient);
        CHECK_FALSE(taken);
    }
    other.join();
    CHECK(taken);
}

TEST_CASE("an urgent one goes before a patient one that waits already", "[threads]")
{
    for (int round = 0; round < 50; ++round) {
        Turns turns;
        std::vector<int> order; // guarded by the turns
        turns.take(Turns::Who::Patient);
        std::thread patient([&] {
            const Turn turn(turns, Turns::Who::Patient);
            order.push_back(2);
        });
        std::thread urgent([&] {
            const Turn turn(turns, Turns::Who::Urgent);
            order.push_back(1);
        });
        while (turns.waiting() < 2)
            std::this_thread::yield();
        turns.giveBack();
        patient.join();
        urgent.join();
        REQUIRE(order == std::vector{1, 2});
    }
}

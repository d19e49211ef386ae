package vn.minhchung.budgets.write;

import static vn.minhchung.budgets.write.Cast.DEPOSIT;
import static vn.minhchung.budgets.write.Cast.HOST;
import static vn.minhchung.budgets.write.Cast.HOST_HEAD;
import static vn.minhchung.budgets.write.Cast.OFFICER;
import static vn.minhchung.budgets.write.Cast.TODAY;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.minhchung.budgets.DepositAccountCommand;
import vn.minhchung.budgets.DepositAccountCommand.CloseDepositAccount;
import vn.minhchung.budgets.DepositAccountCommand.ConfirmDepositAccount;
import vn.minhchung.budgets.DepositAccountCommand.RegisterDepositAccount;
import vn.minhchung.states.StateMachine;
import vn.minhchung.testing.DecisionFixture;

/** What a host's deposit account does: it keeps no state but whether it is confirmed and until when it is valid. */
final class DepositAccountMachine {
    /** Named here: the account tells the two facts apart. */
    private enum Standing {
        REGISTERED,
        CONFIRMED,
        CLOSED
    }

    private DepositAccountMachine() {}

    static StateMachine accounts() {
        return StateMachine.of("deposit-account", "Deposit account", Standing.class, (fixture, _) -> standing(fixture))
                .in(StateMachine.NONE, () -> new Cast().fixture)
                .in("REGISTERED", DepositAccountMachine::registered)
                .in("CONFIRMED", () -> new Cast().depositAccount().fixture)
                .in("CLOSED", () -> new Cast().depositAccount().fixture.given(close(), HOST_HEAD))
                .in("CLOSED_UNCONFIRMED", () -> registered().given(close(), HOST_HEAD))
                .sent(register(), HOST_HEAD)
                .sent(new ConfirmDepositAccount(DEPOSIT), OFFICER)
                .sent(close(), HOST_HEAD)
                .takes(DepositAccountCommand.class);
    }

    private static @Nullable Object standing(DecisionFixture fixture) {
        return fixture.ask(DepositAccount.class, DEPOSIT.value(), account -> {
            if (StateMachine.field(account, "validTo") != null) return Standing.CLOSED;
            return Boolean.TRUE.equals(StateMachine.field(account, "confirmed"))
                    ? Standing.CONFIRMED
                    : Standing.REGISTERED;
        });
    }

    private static DecisionFixture registered() {
        return new Cast().fixture.given(register(), HOST_HEAD);
    }

    private static RegisterDepositAccount register() {
        return new RegisterDepositAccount(DEPOSIT, HOST, "3713.0.1099901", "KBNN tỉnh", LocalDate.of(2025, 1, 1), null);
    }

    private static CloseDepositAccount close() {
        return new CloseDepositAccount(DEPOSIT, TODAY);
    }
}

package vn.minhchung.budgets.write;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.minhchung.budgets.write.Cast.DEPOSIT;
import static vn.minhchung.budgets.write.Cast.HOST;
import static vn.minhchung.budgets.write.Cast.HOST_HEAD;
import static vn.minhchung.budgets.write.Cast.OFFICER;
import static vn.minhchung.budgets.write.Cast.TODAY;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.minhchung.budgets.DepositAccountCommand.CloseDepositAccount;
import vn.minhchung.budgets.DepositAccountCommand.ConfirmDepositAccount;
import vn.minhchung.budgets.DepositAccountCommand.RegisterDepositAccount;
import vn.minhchung.budgets.DepositAccountEvent.DepositAccountConfirmed;
import vn.minhchung.kernel.ErrorCode;
import vn.minhchung.kernel.Role;
import vn.minhchung.testing.DecisionFixture.Decisions;

class DepositAccountTest {
    private final Cast cast = new Cast();

    @Test
    void the_host_head_registers_and_the_department_confirms_once() {
        cast.fixture.given(register("3713.0.1099901", null), HOST_HEAD);
        cast.fixture
                .when(new ConfirmDepositAccount(DEPOSIT), OFFICER)
                .expectEvents(new DepositAccountConfirmed(DEPOSIT, HOST, "3713.0.1099901"));
        cast.fixture.when(new ConfirmDepositAccount(DEPOSIT), OFFICER).expectRefusal(ErrorCode.ALREADY_CONFIRMED);
    }

    @Test
    void another_hosts_head_does_not_register_nor_close() {
        var stranger = Decisions.takenFor(Cast.DEPARTMENT, "stranger", Role.HOST_HEAD);
        cast.fixture.when(register("3713.0.1099901", null), stranger).expectRefusal(ErrorCode.NOT_YOUR_HOST);
        cast.depositAccount();
        cast.fixture.when(new CloseDepositAccount(DEPOSIT, TODAY), stranger).expectRefusal(ErrorCode.NOT_YOUR_HOST);
    }

    @Test
    void whoever_registered_does_not_confirm() {
        var both = Decisions.takenFor(HOST, "both", Role.HOST_HEAD, Role.OFFICER);
        cast.fixture.given(register("3713.0.1099901", null), both);
        cast.fixture.when(new ConfirmDepositAccount(DEPOSIT), both).expectRefusal(ErrorCode.FOUR_EYES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9527.1.1099901", "3713.0.10999", "0123456789", ""})
    void what_is_no_deposit_account_at_the_treasury_is_refused(String number) {
        cast.fixture.when(register(number, null), HOST_HEAD).expectRefusal(ErrorCode.INVALID_IDENTIFIER);
    }

    @Test
    void it_ends_after_it_begins() {
        var refusal = cast.fixture
                .when(register("3713.0.1099901", LocalDate.of(2024, 12, 31)), HOST_HEAD)
                .expectRefusal(ErrorCode.DATES_OUT_OF_ORDER);
        assertThat(refusal.field()).containsExactly("validTo");
    }

    private static RegisterDepositAccount register(String number, @Nullable LocalDate validTo) {
        return new RegisterDepositAccount(DEPOSIT, HOST, number, "KBNN tỉnh", LocalDate.of(2025, 1, 1), validTo);
    }
}

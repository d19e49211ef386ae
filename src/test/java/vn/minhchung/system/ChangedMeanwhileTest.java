package vn.minhchung.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.config.BeanPostProcessor;
import vn.minhchung.demo.Cast;
import vn.minhchung.demo.DemoLoader;
import vn.minhchung.demo.Organisation;
import vn.minhchung.kernel.Id;
import vn.minhchung.kernel.Secret;
import vn.minhchung.rules.Rules;
import vn.minhchung.testing.RunningSystem;
import vn.minhchung.testing.TestPostgres;

/**
 * What a decision only reads changes after it was read and before the decision is written: another command is sent, and
 * answered, from within the first one. The first one is then decided again, on what holds now.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChangedMeanwhileTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 2, 1);
    private static final String VOLUME = "four-eyes.volume-withdrawal";

    private final Meanwhile meanwhile = new Meanwhile();
    private final RunningSystem system = RunningSystem.start(
            TestPostgres.freshDatabase(), context -> context.getBeanFactory().addBeanPostProcessor(meanwhile));
    private final Sender sender = new Sender(system);
    private Scene scene = new Scene(system);

    @BeforeAll
    void a_task_with_money() {
        system.bean(DemoLoader.class).load(new Secret(RunningSystem.PASSWORD), TODAY, () -> {});
        scene = Scene.ready(system);
    }

    @AfterAll
    void close() {
        system.close();
    }

    @Test
    void an_account_closed_meanwhile_receives_nothing() {
        String account = Id.derived("deposit-account", "meanwhile");
        sender.does(
                Cast.HOST_HEAD,
                "registerDepositAccount",
                Map.of(
                        "depositAccount",
                        account,
                        "host",
                        Organisation.HOST.id().value(),
                        "number",
                        "3713.0.1088888",
                        "treasury",
                        "Kho bạc Nhà nước khu vực",
                        "validFrom",
                        TODAY.minusDays(10).toString(),
                        "decision",
                        Sender.on("LETTER", "18/KBHY-KT")));
        sender.does(
                Cast.OFFICER,
                "confirmDepositAccount",
                Map.of("depositAccount", account, "seenAt", Sender.NOW, "decision", Sender.on("LETTER", "18/KBHY-KT")));

        assertThat(prepared(1, account))
                .as("the control: nobody changes anything")
                .isEqualTo(Sender.Outcome.DONE);

        meanwhile.after(
                "advance",
                () -> sender.does(
                        Cast.HOST_HEAD,
                        "closeDepositAccount",
                        Map.of(
                                "depositAccount",
                                account,
                                "validTo",
                                TODAY.minusDays(1).toString(),
                                "seenAt",
                                Sender.NOW,
                                "decision",
                                Sender.on("LETTER", "19/KBHY-KT"))));
        assertThat(prepared(2, account)).isEqualTo("DEPOSIT_ACCOUNT_NOT_CONFIRMED");
        meanwhile.happened();
    }

    private String prepared(int number, String account) {
        Map<String, Object> input = scene.preparation(Id.derived("paper", "meanwhile", Integer.toString(number)));
        input.put("number", "M-" + number);
        input.put("depositAccount", account);
        input.put("total", "1000000");
        input.put(
                "lines",
                List.of(Map.of("line", "REMUNERATION", "item", "7017", "amount", "1000000", "content", "Tạm ứng")));
        return sender.send(Cast.ACCOUNTANT, "prepareWithdrawal", input).code();
    }

    @Test
    void a_rule_switched_meanwhile_is_the_one_that_counts() {
        switched("WARN");
        assertThat(signedByWhoeverMeasured())
                .as("the control: a warning lets pass")
                .isEqualTo(Sender.Outcome.DONE);

        meanwhile.after(VOLUME, () -> switched("REFUSE"));
        assertThat(signedByWhoeverMeasured()).isEqualTo("FOUR_EYES");
        meanwhile.happened();
    }

    private String signedByWhoeverMeasured() {
        String paper = scene.prepared(
                Cast.ACCOUNTANT.login(), Cast.CHIEF_ACCOUNTANT.person().value());
        return sender.send(Cast.CHIEF_ACCOUNTANT, "signSecond", Scene.step(paper))
                .code();
    }

    private void switched(String mode) {
        sender.does(
                Cast.DIRECTOR,
                "switchRule",
                Map.of(
                        "family",
                        VOLUME,
                        "mode",
                        mode,
                        "seenAt",
                        Sender.NOW,
                        "decision",
                        Sender.on("DECISION", "17/QĐ-SKHCN")));
    }

    /** Stands between the rules and whoever asks them; once a family was asked, something else happens, once. */
    private static final class Meanwhile implements BeanPostProcessor {
        private record Planned(String family, Runnable work) {}

        private final AtomicReference<@Nullable Planned> planned = new AtomicReference<>();

        void after(String family, Runnable work) {
            planned.set(new Planned(family, work));
        }

        void happened() {
            assertThat(planned.get()).as("still planned").isNull();
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (!(bean instanceof Rules)) return bean;
            return Proxy.newProxyInstance(
                    getClass().getClassLoader(), bean.getClass().getInterfaces(), (_, method, arguments) -> {
                        try {
                            Object answer = method.invoke(bean, arguments);
                            asked(arguments);
                            return answer;
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        private void asked(Object[] arguments) {
            Planned now = planned.get();
            if (now == null || arguments == null) return;
            for (Object argument : arguments) {
                if (argument instanceof String family
                        && family.startsWith(now.family())
                        && planned.compareAndSet(now, null)) now.work().run();
            }
        }
    }
}

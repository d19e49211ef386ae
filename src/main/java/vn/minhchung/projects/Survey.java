package vn.minhchung.projects;

import vn.minhchung.kernel.Vnd;

/**
 * What a survey pays those who answer (TT 109/2016/TT-BTC; domain notes 2.2, line 6).
 *
 * @param indicators questions on one questionnaire: the price depends on their number
 * @param organisations true when organisations answer, false for persons
 * @param price of one questionnaire
 */
public record Survey(int questionnaires, int indicators, boolean organisations, Vnd price) {
    public Vnd amount() {
        return price.times(questionnaires);
    }
}

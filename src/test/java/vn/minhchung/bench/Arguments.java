package vn.minhchung.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** {@code name=value}, in any order. {@code trial} asks for the least that still runs through everything. */
record Arguments(List<String> all) {
    boolean trial() {
        return all.contains("trial");
    }

    String of(String name, String otherwise) {
        return all.stream()
                .filter(argument -> argument.startsWith(name + "="))
                .map(argument -> argument.substring(name.length() + 1))
                .findFirst()
                .orElse(otherwise);
    }

    String of(String name, String otherwise, String inTrial) {
        return of(name, trial() ? inTrial : otherwise);
    }

    int number(String name, String otherwise, String inTrial) {
        return Integer.parseInt(of(name, otherwise, inTrial));
    }

    Duration seconds(String name, String otherwise) {
        return Duration.ofSeconds(number(name, otherwise, "1"));
    }

    List<Integer> numbers(String name, String otherwise, String inTrial) {
        return Arrays.stream(of(name, otherwise, inTrial).split(",", -1))
                .map(Integer::valueOf)
                .toList();
    }
}

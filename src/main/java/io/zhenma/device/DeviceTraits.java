package io.zhenma.device;

/**
 * What a User-Agent tells of the device. All of it is the client's own claim. Texts are "" when
 * unknown.
 *
 * @param deviceClass Phone, Tablet, Desktop, Robot, … as the parser classes devices
 * @param brand e.g. Huawei, Apple
 * @param model the maker's model code or name, e.g. ALN-AL00, iPhone
 * @param osName e.g. Android, iOS, HarmonyOS, Windows NT
 * @param osVersion e.g. 14
 * @param browser the browser or, in an app, its web view
 * @param browserVersion e.g. 130.0.0.0
 * @param hostApp the app that shows the page
 * @param hostAppVersion e.g. 8.0.50
 * @param networkType what the app says of the connection
 * @param robot a crawler, previewer, script or attack rather than a person with a browser
 */
public record DeviceTraits(
    String deviceClass,
    String brand,
    String model,
    String osName,
    String osVersion,
    String browser,
    String browserVersion,
    HostApp hostApp,
    String hostAppVersion,
    NetworkType networkType,
    boolean robot) {}

package io.zhenma.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionsTest {

  private final Regions regions = Regions.china();

  @Test
  void thereAreAllProvincesAndEveryCityHasOne() {
    assertThat(regions.provinces()).hasSize(34);
    int cities = 0;
    for (Region province : regions.provinces()) {
      for (Region city : regions.citiesOf(province.code())) {
        assertThat(city.code()).startsWith(province.code().substring(0, 2));
        assertThat(city.level()).isEqualTo(Region.Level.CITY);
        cities++;
      }
    }
    assertThat(cities).isGreaterThan(360);
  }

  @Test
  void shortNamesAreUniqueWithinTheirProvince() {
    for (Region province : regions.provinces()) {
      List<String> names =
          regions.citiesOf(province.code()).stream().map(Region::shortName).toList();
      assertThat(new HashSet<>(names)).hasSameSizeAs(names);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "广东, 440000, Guangdong",
    "广东省, 440000, Guangdong",
    "内蒙古, 150000, Inner Mongolia",
    "内蒙古自治区, 150000, Inner Mongolia",
    "内蒙古区, 150000, Inner Mongolia",
    "陕西省, 610000, Shaanxi",
    "山西省, 140000, Shanxi",
    "西藏, 540000, Tibet",
    "新疆维吾尔自治区, 650000, Xinjiang",
    "北京市, 110000, Beijing",
    "香港, 810000, Hong Kong",
    "澳门特别行政区, 820000, Macao",
    "台湾省, 710000, Taiwan"
  })
  void aProvinceIsFoundByItsLongAndShortName(String name, String code, String english) {
    assertThat(regions.province(name).orElseThrow())
        .extracting(Region::code, Region::englishName)
        .containsExactly(code, english);
  }

  @ParameterizedTest
  @CsvSource({
    "440000, 深圳, 440300, Shenzhen",
    "440000, 深圳市, 440300, Shenzhen",
    "220000, 吉林, 220200, Jilin",
    "220000, 吉林市, 220200, Jilin",
    "630000, 海南, 632500, Hainan",
    "630000, 海北藏族自治州, 632200, Haibei",
    "530000, 大理州, 532900, Dali",
    "350000, 厦门, 350200, Xiamen",
    "340000, 六安市, 341500, Lu'an",
    "340000, 亳州, 341600, Bozhou",
    "340000, 蚌埠, 340300, Bengbu",
    "430000, 长沙, 430100, Changsha",
    "140000, 长治, 140400, Changzhi",
    "610000, 西安, 610100, Xi'an",
    "650000, 乌鲁木齐, 650100, Ürümqi",
    "460000, 儋州, 460400, Danzhou",
    "370000, 莱芜市, 370100, Jinan",
    "500000, 重庆市, 500100, Chongqing",
    "110000, 朝阳区, 110100, Beijing",
    "210000, 朝阳市, 211300, Chaoyang"
  })
  void aCityIsFoundWithinItsProvince(String province, String name, String code, String english) {
    assertThat(regions.city(province, name).orElseThrow())
        .extracting(Region::code, Region::englishName)
        .containsExactly(code, english);
  }

  @Test
  void aCityIsNotFoundInAnotherProvince() {
    assertThat(regions.city("440000", "杭州市")).isEmpty();
    assertThat(regions.city("110000", "")).map(Region::code).contains("110100");
    assertThat(regions.city("440000", "")).isEmpty();
    assertThat(regions.city("440000", "莱芜市")).isEmpty();
    assertThat(regions.province("")).isEmpty();
    assertThat(regions.byCode("999999")).isEmpty();
  }
}

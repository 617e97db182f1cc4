const firsts =
  'Sanne Emma Daan Noor Sem Julia Lucas Tess Finn Eva Levi Sara Bram Lotte Milan Anna Thijs Fleur Luuk Roos Mees Isa Jesse Femke Ties Maud Gijs Lieke Joost Ilse Ruben Marit Koen Nienke José Zoë Chloé Jürgen Søren Łucja Aylin Yusuf Fatima Mehmet Priya Arjun Mei Hiroshi Olga Dmitri'
const lasts =
  'Jansen Bakker Visser Smit Meijer Mulder Bos Vos Peters Hendriks Dekker Brouwer Dijkstra Smits Kok Jacobs Vermeulen Schouten Hermans Willems Kuipers Postma Koster Prins Blom Wolters Huisman Peeters Kramer Scholten Timmermans Groen Gerritsen Verbeek Molenaar Kuiper Veenstra Hofman Sanders Martens Bosch Evers Maas Mol Wouters Roos Heinen Driessen Zwart Rietveld Lindqvist Oyelaran Castellanos Thorvaldsen Quackenbush Ziegelmann'
const cities =
  'Amsterdam Rotterdam Utrecht Eindhoven Groningen Tilburg Almere Breda Nijmegen Haarlem Arnhem Enschede Amersfoort Zaandam Apeldoorn Zwolle Leiden Dordrecht Delft Alkmaar Gouda Hoorn Assen Meppel Noordwijk Katwijk Texel Ameland Gent Antwerpen Brussel Keulen Berlijn Parijs Londen Zierikzee'
const words =
  'ik wil graag komen omdat de sterren boven zee zo helder zijn en mijn dochter nog nooit door een telescoop keek we fotograferen samen het strand bij nacht met oude lenzen dit jaar bouwde zij zelf kijker van karton ook nemen thee mee voor iedereen telescope comet night beach photograph camera lens garden kitchen music poem drawing robot printer kite violin sourdough bees orchid pottery bicycle harbour lighthouse tide dune map compass lantern postcard archive radio synthesizer embroidery woodwork weather balloon fossil amber sextant astrolabe nebula quasar perihelion zodiacal'
const countries = 'NL NL NL NL NL NL NL NL BE BE DE DE FR GB US ES IT SE PL IE PT CA JP NZ IS'

const list = (text: string): string[] => text.split(' ')

/** What the applicants of the benchmark are called, where they live and what they write; earlier words of a list come far more often. */
export const vocabulary = { firsts: list(firsts), lasts: list(lasts), cities: list(cities), words: list(words), countries: list(countries) }

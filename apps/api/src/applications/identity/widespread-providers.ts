/** Where so many people have their mail that many applications from there mean nothing. */
const widespread: ReadonlySet<string> = new Set(
  `gmail.com googlemail.com outlook.com hotmail.com live.com msn.com hotmail.nl live.nl outlook.be hotmail.be live.be hotmail.de live.de outlook.de
  hotmail.fr live.fr outlook.fr hotmail.co.uk live.co.uk hotmail.it outlook.it hotmail.es outlook.es icloud.com me.com mac.com yahoo.com
  yahoo.co.uk yahoo.de yahoo.fr yahoo.es yahoo.it ymail.com aol.com gmx.net gmx.de gmx.com gmx.at gmx.ch web.de t-online.de freenet.de mail.de
  proton.me protonmail.com pm.me fastmail.com fastmail.fm hey.com zoho.com mailbox.org posteo.de tutanota.com tuta.io ziggo.nl kpnmail.nl
  planet.nl hetnet.nl home.nl upcmail.nl casema.nl chello.nl xs4all.nl telfort.nl solcon.nl quicknet.nl tele2.nl caiway.nl zonnet.nl
  telenet.be skynet.be proximus.be orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it virgilio.it tiscali.it btinternet.com sky.com
  comcast.net att.net verizon.net qq.com 163.com naver.com mail.ru yandex.ru yandex.com wp.pl o2.pl onet.pl seznam.cz bluewin.ch`.split(
    /\s+/,
  ),
)

/** The domain of an address, unless it is one of those that everybody has. */
export function ownDomainOf(address: string): string | null {
  const domain = address.slice(address.lastIndexOf('@') + 1)
  return widespread.has(domain) ? null : domain
}

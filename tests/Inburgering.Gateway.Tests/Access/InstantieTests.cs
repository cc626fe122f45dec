using System.Text.Json.Nodes;
using Inburgering.Gateway.Access;
using Inburgering.Gateway.Access.Policy;

namespace Inburgering.Gateway.Tests.Access;

/// <summary>Another organisation of a role that is there joins by one entry in config (issue 7, point 3).</summary>
public sealed class InstantieTests
{
    [Fact]
    public void Noordwestgroep_MetEenRegelInConfig_MagWatWerkCorporatieMag()
    {
        using var config = new ConfigCopy();
        config.Edit("partners/participatiepartner.json", file => file["instanties"]!.AsArray().Add(new JsonObject
        {
            ["sleutel"] = "noordwestgroep",
            ["naam"] = "Noordwestgroep",
            ["oin"] = "00000003999990015000",
            ["clients"] = new JsonObject { ["1708"] = "noordwestgroep-1708" },
        }));

        var beleid = config.Load();

        var register = new CallerRegister(beleid);
        var (nieuw, oud) = (register.Zoek("noordwestgroep-1708")!, register.Zoek("werkcorporatie-0171")!);
        Assert.Equal((oud.Sjabloon.Rol, "1708", "noordwestgroep"), (nieuw.Sjabloon.Rol, nieuw.Gemeentecode, nieuw.Sjabloon.Instantie));
        Assert.Equal(oud.Scopes, nieuw.Scopes);
        string[] typen = ["trajectfase", "activiteit", "participatie-uren", "map-uren", "map-eindgesprek-voorstel", "participatie-uitstroom", "no-show"];
        Assert.All(typen, type =>
        {
            var recht = Leverrecht.Van(beleid, nieuw.Sjabloon.Rol, type)!.Als(beleid, nieuw, "1708");
            Assert.Equal(("noordwestgroep", "uitvoeren-participatie", "participatie"), (recht.Bron, recht.Doel, recht.Opdracht));
            Assert.False(recht.Brengt("GZH"));
        });
        Assert.NotNull(beleid.Zoek(nieuw.Sjabloon.Rol, "uitvoeren-participatie"));
    }
}

using Inburgering.Gateway.Access.Policy;
using Inburgering.Gateway.Partners;
using Inburgering.Gateway.Partners.Betalen;

namespace Inburgering.Gateway.Features.Betalen;

/// <summary>Which channel carries for a gemeente.</summary>
internal sealed class Bankkanalen(IEnumerable<IBankkanaal> kanalen, Beleid beleid)
{
    /// <summary>Null: people carry.</summary>
    public (IBankkanaal Kanaal, Bankadres Adres)? Van(string gemeentecode)
    {
        if (beleid.Gemeenten[gemeentecode] is not { Betaalrekening.Kanaal: { } gekozen } gemeente)
        {
            return null;
        }

        // one folder may serve several gemeenten
        var map = gekozen.Map is null ? null : Path.Combine(gekozen.Map, gemeentecode);
        return (kanalen.Single(k => k.Soort == gekozen.Soort), new Bankadres(Oin.Parse(gemeente.Oin), map));
    }
}

using Inburgering.Gateway.Identity.Staff;

namespace Inburgering.Gateway.Tests.Identity;

/// <summary>The test values of RFC 6238, appendix B, in six digits.</summary>
public sealed class TotpTests
{
    private const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Code_AtATimeOfTheRfc_IsItsValue(long seconds, string code) => Assert.Equal(code, Totp.Code(Secret, DateTimeOffset.FromUnixTimeSeconds(seconds)));

    [Fact]
    public void Match_NobodysSecret_FitsNothing()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1234567890);

        Assert.Null(Totp.Match(null, Totp.Code("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", now), now));
        Assert.Equal(1234567890 / 30, Totp.Match(Secret, "005924", now));
    }
}
